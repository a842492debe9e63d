// Which files of a folder are articles: every *.txt in any depth, but for names that start with a dot. Links are
// followed; a folder that several links lead to, or that is below a root anyway, is searched once, by its own path if
// it has one.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/file_table.h"

namespace errpress::corpus {

// Something named like an article that cannot be one, or a folder that cannot be listed: path and reason.
struct Unreadable {
  File file;
  std::string reason;
};

struct Found {
  std::vector<File> articles;  // in the order of their paths' bytes, each path once
  std::vector<Unreadable> unreadable;
};

// `roots` are folders, or single files (taken whatever their ending). A root that does not exist is an Error. Paths
// start with the root in its shortest form ("./corpus/" gives "corpus/..."), or with nothing for ".". `excluded` is a
// folder that is not entered (the output folder), or empty; a root is entered in any case. What is found does not
// depend on the disk's order. No file is opened, and only links are looked at one by one.
base::Result<Found> find_articles(const std::vector<std::string>& roots, const std::string& excluded);

}  // namespace errpress::corpus
