#include "match/scratch.h"

namespace tellwire::match {

Scratch::Scratch(const Program& program)
    : kept(program.slots),
      truths(program.nodes.size()),
      words(program.sources.size()),
      recorded(program.phrases.recorders()),
      woken(program.rules.size(), 0),
      open_regexes(program.regexes.size(), 0) {}

uint32_t Scratch::NextStamp() {
  if (++last_stamp_ != 0) return last_stamp_;
  for (Kept& value : kept) value.stamp = 0;
  for (KeptTruth& value : truths) value.stamp = 0;
  for (Words& value : words) value.stamp = 0;
  for (Recorded& value : recorded) value.stamp = 0;
  for (uint32_t& stamp : woken) stamp = 0;
  for (uint32_t& stamp : open_regexes) stamp = 0;
  return last_stamp_ = 1;
}

}  // namespace tellwire::match
