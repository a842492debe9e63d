#include "lint/rules.h"

namespace errpress::lint {

// Found while files are read: see unreadable_file() in linter.h.
const Rule kUnreadableFile = {
    .id = "unreadable-file",
    .summary = "a file named like an article cannot be read",
    .explanation =
        R"(Every *.txt below a corpus folder is an article, whatever the letter case of the ending. This rule reports what has
such a name and is no regular file (a folder, a FIFO, a link that leads nowhere or in a circle), what may not be read,
and folders that cannot be listed. The rest of the corpus is processed as usual.

A file that is passed over in silence is an article that silently vanishes from everything that is printed, and other
articles' links to it with it. So `build` writes nothing while this finding stands.

Mend the file or its permissions, move it away, or give it another ending.)",
    .example = "corpus/ERROR_FILE_NOT_FOUND.txt -> nowhere.txt (a link that leads nowhere)",
    .severity = Severity::error,
    .needs = Needs::article,
    .blocks_output = Blocks::always,
};

}  // namespace errpress::lint
