// Finds the articles of a folder: every *.txt (or other endings) at any depth, except names that start with a dot. The
// ending is compared ignoring case on every system, because some file systems do not distinguish A.TXT from A.txt.
// Links are followed; a folder that several links lead to, or that is below a root anyway, is searched once, by its own
// path if it has one.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "corpus/file_table.h"
#include "corpus/passed_over.h"

namespace errpress::corpus {

// Something that is named like an article but cannot be read as one, or a folder that cannot be listed.
struct Unreadable {
  File file;
  std::string reason;
};

// A root without articles: usually the wrong folder, or files with another ending.
struct EmptyRoot {
  std::string path;
  PassedOver passed_over;
};

struct Found {
  std::vector<File> articles;  // ordered by the bytes of their paths, without duplicates
  std::vector<Unreadable> unreadable;
  std::vector<EmptyRoot> empty_roots;  // roots with neither, in the order of `roots`
};

// `roots` are folders or single files (with any ending). A root that does not exist is an Error. Paths start with the
// root in its shortest form ("./corpus/" gives "corpus/...", see disk::short_path), or with nothing for ".". A root is
// not empty if all its links lead to folders that are below other roots. `excluded` is a folder that is not searched
// (the output folder), or empty; it does not exclude a root. The result does not depend on the order in which the file
// system lists entries. No file is opened, and only links are examined one by one.
// `endings` are those of articles, with their dots.
base::Result<Found> find_articles(const std::vector<std::string>& roots, const std::string& excluded,
                                  const std::vector<std::string>& endings = {".txt"});

// The error for an empty root, for callers that do not allow one.
base::Error no_articles(const EmptyRoot& root);

}  // namespace errpress::corpus
