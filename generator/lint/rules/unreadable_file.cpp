#include "lint/rules.h"

namespace errpress::lint {

// Created while files are read: see unreadable_file() in linter.h.
const Rule kUnreadableFile = {
    .id = "unreadable-file",
    .summary = "a file named like an article cannot be read",
    .explanation =
        R"(Every *.txt below a corpus folder is an article, in any letter case of the ending. This rule reports anything
with such a name that is not a regular file (a folder, a FIFO, a dangling link, a loop of links) or that cannot be read
for lack of permission, and folders that cannot be listed. The rest of the corpus is processed as usual.

If such a file were skipped silently, its article would be missing from all outputs, and links from other articles to
it, too. So `build` writes nothing until this finding is resolved.

Repair the file or its permissions, move it elsewhere, or give it another ending.)",
    .example = "corpus/ERROR_FILE_NOT_FOUND.txt -> nowhere.txt (a link that leads nowhere)",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::always,
};

}  // namespace errpress::lint
