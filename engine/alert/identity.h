// What makes two hits the same alert: rule + subject + the values of `once_per`.
//
// Room `alert`: from a hit to what people are given.
//   identity.h    key and id             build.h    a hit and a decision -> an alert
//   title.h       title templates        score.h    severity caps, score
//   fact_words.h  what titles say        json.h     alerts as JSON
//   plain.h       hostile text, safe     listing.h  tables, CSV, Markdown, HTML
//   present.h     an alert for people    sink.h     where they go
#pragma once

#include <string>

#include "alert/title.h"
#include "rule/rule.h"

namespace tellwire::alert {

// The readable key: `rule | subject | part=value | ...`. Without `once_per` the value is `group`,
// the name of the article's near-duplicate group. A clause's value is that of its best evidence; an
// absent value is "-" and equals absent; a period without a year takes that of publication.
std::string KeyOf(const rule::Rule& rule, const TitleSource& source, const std::string& group);

// 16 hexadecimal digits of rule, key and the fingerprint of the first revision.
std::string IdOf(const std::string& rule, const std::string& key, const std::string& fingerprint);

}  // namespace tellwire::alert
