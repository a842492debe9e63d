#include "corpus/find.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/lines.h"
#include "support/test_folder.h"

namespace errpress::corpus {

namespace {

namespace fs = std::filesystem;
using tests::Lines;
using tests::TestFolder;

// "path (relative)" an article, then "path (relative): reason" for what cannot be one.
Lines find(const std::vector<std::string>& roots, const std::string& excluded = "") {
  const base::Result<Found> found = find_articles(roots, excluded);
  if (!found) return {"error: " + to_string(found.error())};
  Lines lines;
  for (const File& file : found->articles) lines.push_back(file.path + " (" + file.relative + ")");
  for (const Unreadable& item : found->unreadable) {
    lines.push_back(item.file.path + " (" + item.file.relative + "): " + item.reason);
  }
  return lines;
}

TEST_CASE("articles are the *.txt files in any depth, but for names that start with a dot") {
  const TestFolder disk;
  for (const char* name : {"c/b.txt", "c/a/deep/er/x.txt", "c/a.md", "c/b.txt.bak", "c/txt", "c/xTXT", "c/.hidden.txt",
                           "c/.git/x.txt", "c/.txt", "c/a b.txt", "c/..x.txt", "other/x.txt"}) {
    disk.file(name);
  }
  CHECK(find({"c"}) == Lines{"c/a b.txt (a b.txt)", "c/a/deep/er/x.txt (a/deep/er/x.txt)", "c/b.txt (b.txt)"});
}

TEST_CASE("the ending counts in any letter case, on every system") {
  const TestFolder disk;
  for (const char* name : {"c/A.TXT", "c/b.Txt", "c/c.tXt", "c/d.TXT.md", "c/.TXT", "c/.e.TXT"}) disk.file(name);
  CHECK(find({"c"}) == Lines{"c/A.TXT (A.TXT)", "c/b.Txt (b.Txt)", "c/c.tXt (c.tXt)"});
}

TEST_CASE("articles come in the order of their paths' bytes") {
  const TestFolder disk;
  for (const char* name : {"c/b.txt", "c/a.txt", "c/a/z.txt", "c/a-b.txt", "c/Z.txt", "c/a-b/a.txt", "c/\u00E4.txt"}) {
    disk.file(name);
  }
  CHECK(find({"c"}) == Lines{"c/Z.txt (Z.txt)", "c/a-b.txt (a-b.txt)", "c/a-b/a.txt (a-b/a.txt)", "c/a.txt (a.txt)",
                             "c/a/z.txt (a/z.txt)", "c/b.txt (b.txt)", "c/\u00E4.txt (\u00E4.txt)"});
}

TEST_CASE("paths are written from the root as given, relative ones from below it") {
  const TestFolder disk;
  disk.file("c/a/b.txt");
  disk.file("x.md");
  struct Case {
    Lines roots, found;
  };
  const std::vector<Case> cases = {
      {{"c"}, {"c/a/b.txt (a/b.txt)"}},
      {{"c/"}, {"c/a/b.txt (a/b.txt)"}},
      {{"./c//"}, {"c/a/b.txt (a/b.txt)"}},
      {{"."}, {"c/a/b.txt (c/a/b.txt)"}},
      {{"c/a/.."}, {"c/a/b.txt (a/b.txt)"}},
      {{"c/a/b.txt"}, {"c/a/b.txt (b.txt)"}},
      {{"./x.md"}, {"x.md (x.md)"}},
      {{disk.path() + "/c"}, {disk.path() + "/c/a/b.txt (a/b.txt)"}},
      {{}, {}},
  };
  for (const Case& c : cases) {
    CAPTURE(c.roots);
    CHECK(find(c.roots) == c.found);
  }
}

TEST_CASE("a root from the folder above") {
  const TestFolder disk;
  disk.file("c/b.txt");
  disk.folder("here");
  fs::current_path("here");
  CHECK(find({"../c"}) == Lines{"../c/b.txt (b.txt)"});
  CHECK(find({".."}) == Lines{"../c/b.txt (c/b.txt)"});
}

TEST_CASE("a path that several roots hold comes once, as its first root has it") {
  const TestFolder disk;
  disk.file("c/a/b.txt");
  disk.file("c/c.txt");
  const Lines all = {"c/a/b.txt (a/b.txt)", "c/c.txt (c.txt)"};
  CHECK(find({"c", "c"}) == all);
  CHECK(find({"c", "./c/"}) == all);
  CHECK(find({"c", "c/a", "c/c.txt"}) == all);
  CHECK(find({"c/a", "c"}) == Lines{"c/a/b.txt (b.txt)", "c/c.txt (c.txt)"});
}

TEST_CASE("a root that is not there is an error") {
  const TestFolder disk;
  disk.file("c/b.txt");
  disk.link("broken", "nowhere");
  CHECK(find({"c", "none"}) == Lines{"error: none: does not exist"});
  CHECK(find({"broken"}) == Lines{"error: broken: is a link that leads nowhere"});
  CHECK(find({"c/b.txt/x"}) == Lines{"error: c/b.txt/x: does not exist: a part of its path is not a folder"});
}

// What is said of each empty root.
Lines empty_roots(const std::vector<std::string>& roots, const std::string& excluded = "") {
  const base::Result<Found> found = find_articles(roots, excluded);
  if (!found) return {"error: " + to_string(found.error())};
  Lines lines;
  for (const EmptyRoot& root : found->empty_roots) lines.push_back(to_string(no_articles(root)));
  return lines;
}

TEST_CASE("a root without articles is told with what it holds instead") {
  const std::string advice = "; --allow-empty accepts such a folder";
  const TestFolder disk;
  disk.folder("c/sub");
  CHECK(find({"c"}) == Lines{});
  CHECK(empty_roots({"c"}) == Lines{"c: holds no articles: it holds no files" + advice});
  disk.file("c/a.md");
  CHECK(empty_roots({"./c/"}) == Lines{"c: holds no articles: 1 file does not end in .txt (1 .md)" + advice});
  disk.file("c/.hidden.txt");
  for (const char* name : {"c/sub/b.rst", "c/sub/c.rst", "c/d.rst", "c/sub/deep/e.rst", "c/README", "c/f.txt.bak"})
    disk.file(name);
  CHECK(empty_roots({"c"}) == Lines{"c: holds no articles: 7 files do not end in .txt (4 .rst, 1 without an ending, 1 "
                                    ".bak, 1 .md), 1 name begins with a dot" +
                                    advice});
  disk.file("c/g.x");
  disk.file("c/.git/h.txt");
  CHECK(empty_roots({"c"}) == Lines{"c: holds no articles: 8 files do not end in .txt (4 .rst, 1 without an ending, 1 "
                                    ".bak, 1 .md, ...), 2 names begin with a dot" +
                                    advice});
}

TEST_CASE("each root counts") {
  const TestFolder disk;
  disk.file("full/a.txt");
  disk.file("one/a.md");
  disk.file("two/a.rst");
  CHECK(empty_roots({"full", "full/a.txt"}) == Lines{});
  CHECK(empty_roots({"one", "full", "two"}).size() == 2);
  CHECK(empty_roots({"one", "full", "two"})[1].starts_with("two: "));
  CHECK(empty_roots({"full", "full"}) == Lines{});
  CHECK(empty_roots({"one/a.md"}) == Lines{});  // named for sure
  CHECK(empty_roots({"."}) == Lines{});
}

TEST_CASE("articles in the excluded folder do not make a corpus") {
  const TestFolder disk;
  disk.file("c/out/a.txt");
  CHECK(empty_roots({"c"}, "c/out").size() == 1);
  CHECK(empty_roots({"c/out"}, "c/out") == Lines{});
}

TEST_CASE("the excluded folder is not entered, however it is written") {
  const TestFolder disk;
  disk.file("c/b.txt");
  disk.file("c/out/x.txt");
  disk.file("c/output/y.txt");
  disk.link("c/link", "out");
  const Lines without = {"c/b.txt (b.txt)", "c/output/y.txt (output/y.txt)"};
  for (const std::string& excluded :
       {std::string("c/out"), std::string("./c/out/"), disk.path() + "/c/out", std::string("c/output/../out")}) {
    CAPTURE(excluded);
    CHECK(find({"c"}, excluded) == without);
    CHECK(find({disk.path() + "/c"}, excluded).size() == 2);
  }
  CHECK(find({"."}, "c/out") == Lines{"c/b.txt (c/b.txt)", "c/output/y.txt (c/output/y.txt)"});
  CHECK(find({"c/out"}, "c/out") == Lines{"c/out/x.txt (x.txt)"});  // a root is wanted for sure
  CHECK(find({"c"}, "elsewhere").size() == 3);
  CHECK(find({"c"}, "c").size() == 3);
}

#ifndef _WIN32

TEST_CASE("what is named like an article and is none is reported, the rest goes on") {
  const TestFolder disk;
  disk.file("c/good.txt");
  disk.file("c/folder.txt/inside.txt");
  disk.fifo("c/fifo.txt");
  disk.socket("c/socket.txt");
  disk.link("c/broken.txt", "nowhere");
  disk.link("c/self.txt", "self.txt");
  disk.link("c/device.txt", "/dev/null");
  disk.fifo("c/fifo");  // no article's name: nothing is wrong with it
  disk.link("c/broken", "nowhere");
  CHECK(find({"c"}) == Lines{
                           "c/folder.txt/inside.txt (folder.txt/inside.txt)",
                           "c/good.txt (good.txt)",
                           "c/broken.txt (broken.txt): is a link that leads nowhere",
                           "c/device.txt (device.txt): is a device, not a regular file",
                           "c/fifo.txt (fifo.txt): is a FIFO, not a regular file",
                           "c/folder.txt (folder.txt): is a folder, not an article",
                           "c/self.txt (self.txt): is a link that leads back to itself",
                           "c/socket.txt (socket.txt): is a socket, not a regular file",
                       });
  CHECK(find({"c/fifo"}) == Lines{"c/fifo (fifo): is a FIFO, not a regular file"});
}

TEST_CASE(
    "a root with something that only looks like an article, or with links to what is found anyway, is not empty") {
  const TestFolder disk;
  disk.link("broken/a.txt", "nowhere");
  disk.file("folder/a.txt/b.md");
  disk.link("loop/loop", "loop");
  disk.file("real/a.txt");
  disk.link("links/again", "../real");
  disk.file("elsewhere/a.txt");
  disk.link("far/elsewhere", "../elsewhere");
  disk.link("twice/elsewhere", "../elsewhere");
  disk.file("none/a.md");
  disk.link("useless/none", "../none");
  CHECK(empty_roots({"broken", "folder", "loop", "real", "links", "far", "twice"}) == Lines{});
  CHECK(empty_roots({"useless"}).size() == 1);
}

TEST_CASE("'..' behind a link leads where the system says, not back to the folder that holds the link") {
  const TestFolder disk;
  disk.file("cc/wrong.txt");
  disk.file("away/cc/right.txt");
  disk.folder("away/deep");
  disk.link("link", "away/deep");
  const Lines right = {"link/../cc/right.txt (right.txt)"};
  CHECK(find({"link/../cc"}) == right);
  CHECK(find({"./link//../cc/"}) == right);
  CHECK(find({"cc/../link/../cc"}) == right);  // cc is a folder: what stands before the link is shortened
  CHECK(find({"link/../cc/right.txt"}) == right);
  CHECK(find({"nowhere/../cc"}) == Lines{"error: nowhere/../cc: does not exist"});
  disk.file("away/cc/out/page.txt");
  for (const char* out : {"link/../cc/out", "away/cc/out", "./away/deep/../cc/out"}) {
    CAPTURE(out);
    CHECK(find({"link/../cc"}, out) == right);
    CHECK(find({"away/cc"}, out) == Lines{"away/cc/right.txt (right.txt)"});
  }
  CHECK(find({"away/cc"}, "link/../../cc/out").size() == 2);  // that is another cc
  disk.link("away/cc/up", "..");
  CHECK(find({"link/../cc"}, "away/cc/out") ==
        Lines{right[0], "link/../cc/up (up): the link leads back to a folder that holds it"});
  disk.file("away/deep/y.txt");
  fs::remove("away/cc/up");
  disk.link("away/cc/beside", "../deep");  // the folder that "link" leads to does not hold cc
  CHECK(find({"link/../cc"}, "away/cc/out") == Lines{"link/../cc/beside/y.txt (beside/y.txt)", right[0]});
}

TEST_CASE("links to files and folders are followed") {
  const TestFolder disk;
  disk.file("elsewhere/a.txt");
  disk.file("elsewhere/sub/b.txt");
  disk.file("c/own.txt");
  disk.link("c/one.txt", "../elsewhere/a.txt");
  disk.link("c/all", "../elsewhere");
  disk.link("root", "c");
  CHECK(find({"c"}) == Lines{"c/all/a.txt (all/a.txt)", "c/all/sub/b.txt (all/sub/b.txt)", "c/one.txt (one.txt)",
                             "c/own.txt (own.txt)"});
  CHECK(find({"root"}).size() == 4);
}

TEST_CASE("a link to a folder that is searched anyway adds nothing") {
  const TestFolder disk;
  disk.file("c/real/a.txt");
  disk.link("c/again", "real");
  disk.link("c/sub/across", "../real");
  disk.file("elsewhere/b.txt");
  disk.link("c/twice", "../elsewhere");
  disk.link("c/once", "../elsewhere");
  CHECK(find({"c"}) == Lines{"c/once/b.txt (once/b.txt)", "c/real/a.txt (real/a.txt)"});
}

TEST_CASE("a link back to a folder that holds it is reported, once") {
  const TestFolder disk;
  disk.file("c/a/x.txt");
  disk.link("c/a/up", "..");
  disk.link("c/a/here", ".");
  disk.link("c/out_of_it", "../..");
  disk.link("c/loop", "loop");
  CHECK(find({"c"}) == Lines{
                           "c/a/x.txt (a/x.txt)",
                           "c/a/here (a/here): the link leads back to a folder that holds it",
                           "c/a/up (a/up): the link leads back to a folder that holds it",
                           "c/loop (loop): is a link that leads back to itself",
                           "c/out_of_it (out_of_it): the link leads back to a folder that holds it",
                       });
  CHECK(find({"c", "c"}).size() == 5);
}

TEST_CASE("links that lead back behind another link are reported") {
  const TestFolder disk;
  disk.file("c/x.txt");
  disk.link("c/away", "../elsewhere");
  disk.file("elsewhere/y.txt");
  disk.link("elsewhere/back", "../c");
  CHECK(find({"c"}) == Lines{
                           "c/away/y.txt (away/y.txt)",
                           "c/x.txt (x.txt)",
                           "c/away/back (away/back): the link leads back to a folder that holds it",
                       });
}

TEST_CASE("folders linked to each other in many ways are each entered once") {
  // Followed path by path, these would be 2^24 folders.
  const TestFolder disk;
  for (int level = 0; level < 24; ++level) {
    const std::string folder = "level" + std::to_string(level) + "/";
    disk.folder(folder);
    for (const char* link : {"a", "b"}) disk.link(folder + link, "../level" + std::to_string(level + 1));
  }
  disk.file("level24/x.txt");
  const Lines found = find({"level0"});
  CHECK(found.size() == 1);
  CHECK(found.front().ends_with("/a/x.txt (" + found.front().substr(7, found.front().find(' ') - 7) + ")"));
}

TEST_CASE("a folder that cannot be listed is reported, the rest goes on") {
  const TestFolder disk;
  disk.file("c/locked/x.txt");
  disk.file("c/open/y.txt");
  fs::permissions("c/locked", fs::perms::none);
  Lines found;
  bool effective = false;
  {
    const tests::WithoutPrivileges nobody;
    effective = nobody.effective();
    found = find({"c"});
  }
  fs::permissions("c/locked", fs::perms::owner_all);
  if (!effective) {
    MESSAGE("SKIPPED locked-folder: root's rights cannot be dropped here");
    return;
  }
  CHECK(found == Lines{"c/open/y.txt (open/y.txt)", "c/locked (locked): no permission to read it"});
}

#endif

TEST_CASE("many levels of folders do not exhaust the stack") {
  const TestFolder disk;
  std::string path = "c";
  for (int level = 0; level < 200; ++level) path += "/d";
  disk.file(path + "/x.txt");
  CHECK(find({"c"}).size() == 1);
}

}  // namespace

}  // namespace errpress::corpus
