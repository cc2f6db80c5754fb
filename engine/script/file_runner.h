// Runs one rule file, cases file, exceptions file or module in the sandbox, and says what is wrong
// with it.
#pragma once

#include <string>

#include "script/loading.h"

namespace tellwire::script {

class FileRunner {
 public:
  explicit FileRunner(Loading* loading);

  // Reads and runs a file; what it declares stands in the Loading. `file` is how it is shown.
  void Run(const std::string& file, FileLoad::Kind kind);

 private:
  bool Read(FileLoad* load);
  bool Execute(FileLoad* load, int environment);
  int RequireModule(lua_State* L, const std::string& name);
  void LoadModule(lua_State* L, const std::string& name, const std::string& file);
  void RunModule(lua_State* L, const std::string& name, int environment, FileLoad* load);
  Module KeepModule(lua_State* L, const std::string& name, int environment, const FileLoad& load);
  void ReportSyntax(const FileLoad& load, const Error& error);
  void ReportFailure(const FileLoad& load, const Error& error);
  void ReportDuplicates(const FileLoad& load);
  void ReportUnreached(const FileLoad& load);
  void RunCases(const FileLoad& load);
  void FinishHandlers(FileLoad* load, int environment);
  std::string HashOf(const FileLoad& load) const;

  Loading* loading_;
  lua_State* L_;
};

}  // namespace tellwire::script
