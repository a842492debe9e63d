// Which files of a folder are articles: every *.txt in any depth, but for names that start with a dot. The ending
// counts in any letter case, since some systems take A.TXT and A.txt for one file: a corpus is the same everywhere.
// Links are followed; a folder that several links lead to, or that is below a root anyway, is searched once, by its own
// path if it has one.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/file_table.h"
#include "corpus/passed_over.h"

namespace errpress::corpus {

// Something named like an article that cannot be one, or a folder that cannot be listed: path and reason.
struct Unreadable {
  File file;
  std::string reason;
};

// A root that has nothing to read: the wrong folder, as a rule, or another ending.
struct EmptyRoot {
  std::string path;
  PassedOver passed_over;
};

struct Found {
  std::vector<File> articles;  // in the order of their paths' bytes, each path once
  std::vector<Unreadable> unreadable;
  std::vector<EmptyRoot> empty_roots;  // those with neither, in the order in which they were given
};

// `roots` are folders, or single files (taken whatever their ending). A root that does not exist is an Error. Paths
// start with the root in its shortest form ("./corpus/" gives "corpus/...", see disk::short_path), or with nothing for
// ".". A root whose links all lead to folders that other roots hold is not empty. `excluded` is a folder that is not
// entered (the output folder), or empty; a root is entered in any case. What is found does not depend on the disk's
// order. No file is opened, and only links are looked at one by one.
base::Result<Found> find_articles(const std::vector<std::string>& roots, const std::string& excluded);

// What to say of an empty root where that is a mistake.
base::Error no_articles(const EmptyRoot& root);

}  // namespace errpress::corpus
