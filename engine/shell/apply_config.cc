#include <filesystem>

#include "batch/config.h"
#include "shell/settings.h"

namespace tellwire::shell {

std::optional<Error> ApplyConfig(Settings* settings) {
  std::optional<std::filesystem::path> file;
  if (!settings->config.empty()) file = settings->config;
  if (!file) file = batch::FindConfig(std::filesystem::current_path());
  if (file) {
    auto config = batch::ReadConfig(*file);
    if (!config) return config.error();
    settings->config = file->string();
    if (settings->db.empty()) settings->db = config->db;
    if (settings->rules.empty()) settings->rules = config->rules;
  }
  if (settings->db.empty()) settings->db = "tellwire.db";
  return std::nullopt;
}

}  // namespace tellwire::shell
