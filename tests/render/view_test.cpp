// The views of articles and of the corpus, key by key: what templates are given.
#include "printed_corpus.h"

using errpress::render::testing::Json;
using errpress::render::testing::PrintedCorpus;

namespace {

const std::string kTitle = "ERROR_A - 5 (0x5)\n\n";
const std::string kHead = kTitle + "The message.\n\nUpdated: Feb 21, 2026\n\n";

Json blocks(const std::string& body) {
  const Json view = PrintedCorpus({kHead + body}).article(0);
  REQUIRE(view["sections"].size() == 1);
  return view["sections"][0]["blocks"];
}

Json reference(const std::string& entry) {
  const Json view = PrintedCorpus({kHead + "Related Errors\n\n  • " + entry + "\n"}).article(0);
  REQUIRE(view["references"].size() == 1);
  return view["references"][0];
}

Json code(Json value, const char* decimal, const char* hex) {
  return {{"value", value}, {"decimal", decimal}, {"hex", hex}};
}

}  // namespace

TEST_CASE("an article's head") {
  const Json view = PrintedCorpus({kHead}).article(0);
  CHECK(view["name"] == "ERROR_A");
  CHECK(view["identifier"] == "identifier");
  CHECK(view["code"] == code(5, "5", "0x5"));
  CHECK(view["message"] == "The message.");
  CHECK(view["updated"] == "2026-02-21");
  CHECK(view["updated_text"] == "Feb 21, 2026");
  CHECK(view["path"] == "0.txt");
  CHECK(view["disputed"] == false);
  for (const char* key : {"findings", "sections", "references", "faq", "see_also"}) {
    CAPTURE(key);
    CHECK(view[key] == Json::array());
  }
}

TEST_CASE("what an article does not have is null") {
  const Json bare = PrintedCorpus({kTitle}).article(0);
  CHECK(bare["message"].is_null());
  CHECK(bare["updated"].is_null());
  CHECK(bare["updated_text"].is_null());
  const Json odd = PrintedCorpus({kTitle + "Message.\n\nUpdated: yesterday\n"}).article(0);
  CHECK(odd["updated"].is_null());
  CHECK(odd["updated_text"] == "yesterday");
}

TEST_CASE("text is clean") {
  const Json view = PrintedCorpus({kTitle + "a\x01 \xFF b\tc \xE2\x80\xA8"
                                            "d\n"})
                        .article(0);
  CHECK(view["message"] == "a\uFFFD \uFFFD b c d");
}

TEST_CASE("codes: one number is worked out from the other, two that differ stand as they are written") {
  CHECK(reference("ERROR_B (13, 0xD): Text.")["code"] == code(13, "13", "0xD"));
  CHECK(reference("ERROR_B (13): Text.")["code"] == code(13, "13", "0xD"));
  CHECK(reference("ERROR_B (0xd): Text.")["code"] == code(13, "13", "0xD"));
  CHECK(reference("ERROR_B (0x80070005): Text.")["code"] == code(2147942405, "2147942405", "0x80070005"));
  CHECK(reference("ERROR_B (13, 0x0E): Text.")["code"] == code(nullptr, "13", "0x0E"));
  CHECK(reference("ERROR_B: Text.")["code"].is_null());
}

TEST_CASE("a reference's parts") {
  const Json whole = reference("ERROR_B (13): Text.");
  CHECK(whole["name"] == "ERROR_B");
  CHECK(whole["description"] == "Text.");
  CHECK(whole["text"] == "ERROR_B (13): Text.");
  CHECK(whole["documented"] == false);
  CHECK(whole["disputed"] == false);
  CHECK(reference("ERROR_B (13)")["description"].is_null());
  CHECK(reference("[another error]")["name"].is_null());
  CHECK(reference("ERROR_A (5): Itself.")["documented"] == true);
}

TEST_CASE("every kind of block has its parts and nothing else") {
  const Json found =
      blocks("Common Causes\n\nA sentence.\n\n  • plain\n  • Label: item\n\nSub Heading\n\nBelow it.\n\nAgain.\n");
  REQUIRE(found.size() == 5);
  CHECK(found[0]["kind"] == "paragraph");
  CHECK(found[0]["is_paragraph"] == true);
  CHECK(found[0]["is_bullets"] == false);
  CHECK(found[0]["text"] == "A sentence.");
  CHECK(found[0]["items"] == Json::array());
  CHECK(found[0]["question"].is_null());
  CHECK(found[1]["kind"] == "bullets");
  CHECK(found[1]["text"].is_null());
  CHECK(found[1]["items"] == Json::parse(R"([
      {"label": null, "text": "plain", "number": 1, "disputed": false, "findings": []},
      {"label": "Label", "text": "item", "number": 2, "disputed": false, "findings": []}])"));
  CHECK(found[2]["kind"] == "subheading");
  // The first of its section, and the first below a sub-heading.
  const bool first[] = {true, false, false, true, false};
  for (std::size_t i = 0; i < 5; ++i) CHECK(found[i]["first"] == first[i]);

  CHECK(blocks("Error Details\n\n  • Error Name: ERROR_A\n  • Hex Code: 0x5\n")[0]["kind"] == "fields");
  CHECK(blocks("How to Resolve\n\n  1. One\n  2. Two\n")[0]["items"][1]["number"] == 2);
}

TEST_CASE("questions stand in their section and in faq, an answer is one text, or null") {
  const Json view = PrintedCorpus({kHead + "FAQ\n\nQ: One?\n\nA: Yes.\n\nMore.\n\nQ: Two?\n"}).article(0);
  CHECK(view["faq"] ==
        Json::parse(R"([{"question": "One?", "answer": "Yes. More."}, {"question": "Two?", "answer": null}])"));
  CHECK(view["sections"][0]["blocks"][0]["answer"] == "Yes. More.");
}

TEST_CASE("sections have the dialect's kinds, text before the first heading is a preamble") {
  const Json view = PrintedCorpus({kHead + "Before.\n\nSummary\n\nText.\n\nUnheard Of\n\nText.\n"}).article(0);
  REQUIRE(view["sections"].size() == 3);
  CHECK(view["sections"][0]["kind"] == "preamble");
  CHECK(view["sections"][0]["heading"].is_null());
  CHECK(view["sections"][1]["kind"] == "summary");
  CHECK(view["sections"][2]["kind"] == "unknown");
  CHECK(view["sections"][2]["heading"] == "Unheard Of");
}

TEST_CASE("a finding on a reference stands with the reference, and nowhere else") {
  PrintedCorpus corpus({kHead + "Related Errors\n\n  • ERROR_B (13): One.\n  • ERROR_C (14): Two.\n"});
  corpus.doubt(0, "14", "14 is another").notes = {{"a note", {}, false}};
  const Json view = corpus.article(0);
  CHECK(view["disputed"] == false);
  CHECK(view["findings"] == Json::array());
  CHECK(view["references"][0]["disputed"] == false);
  CHECK(view["references"][0]["findings"] == Json::array());
  CHECK(view["references"][1]["disputed"] == true);
  CHECK(
      view["references"][1]["findings"] ==
      Json::parse(R"([{"rule": "wrong-code", "severity": "error", "message": "14 is another", "notes": ["a note"]}])"));
  CHECK(view["sections"][0]["blocks"][0]["references"] == view["references"]);
}

TEST_CASE("a finding on the title or in prose is the article's own, a claim elsewhere on its code is not") {
  const std::string source = kHead + "Summary\n\nThe code is 6.\n";
  PrintedCorpus title({source});
  title.doubt(0, "5 (0x5)", "5 is another");
  CHECK(title.article(0)["disputed"] == true);
  CHECK(title.corpus()["articles"][0]["disputed"] == true);
  CHECK(title.corpus()["articles"][0]["findings"][0]["message"] == "5 is another");

  PrintedCorpus prose({source});
  prose.doubt(0, "is 6", "6 is another");
  CHECK(prose.article(0)["findings"].size() == 1);
  CHECK(prose.corpus()["articles"][0]["disputed"] == false);

  PrintedCorpus elsewhere({source, "ERROR_B - 6 (0x6)\n\nRelated Errors\n\n  • ERROR_C (5): Text.\n"});
  elsewhere.doubt(1, "5", "5 is ERROR_A").disputed = {elsewhere.place(0, "5 (0x5)")};
  CHECK(elsewhere.article(0)["disputed"] == false);
  CHECK(elsewhere.article(1)["references"][0]["disputed"] == true);
}

TEST_CASE("a finding that is not listed marks its reference without a reason") {
  PrintedCorpus corpus({kHead + "Related Errors\n\n  • ERROR_B (13): One.\n  • ERROR_C (14): Two.\n"});
  corpus.doubt(0, "13", "13 is another").unlisted = {corpus.place(0, "14")};
  const Json view = corpus.article(0);
  CHECK(view["references"][0]["findings"].size() == 1);
  CHECK(view["references"][1]["disputed"] == true);
  CHECK(view["references"][1]["findings"] == Json::array());
  CHECK(view["disputed"] == false);
}

TEST_CASE("rules that say nothing of codes dispute nothing") {
  PrintedCorpus corpus({kHead + "Related Errors\n\n  • ERROR_B (13)\n"});
  corpus.doubt(0, "ERROR_B", "no description").rule = "missing-description";
  CHECK(corpus.article(0)["references"][0]["disputed"] == false);
}

TEST_CASE("notes that say nothing new are left out") {
  PrintedCorpus corpus({kHead + "Related Errors\n\n  • ERROR_B (13): One.\n"});
  const auto somewhere = corpus.place(0, "ERROR_A");
  corpus.doubt(0, "13", "first").notes = {
      {"same", {}, false}, {"second says it", {}, false}, {"here", somewhere, true}};
  corpus.doubt(0, "ERROR_B", "second says it all").notes = {{"same", {}, false}, {"other", {}, false}};
  const Json findings = corpus.article(0)["references"][0]["findings"];
  REQUIRE(findings.size() == 2);
  CHECK(findings[0]["notes"].size() + findings[1]["notes"].size() == 2);
  CHECK(findings[0]["message"] == "second says it all");  // by place
  CHECK(findings[0]["notes"] == Json::parse(R"(["same", "other"])"));
  CHECK(findings[1]["notes"] == Json::array());
}

TEST_CASE("see_also has the other articles that undisputed references lead to, each once") {
  PrintedCorpus corpus({kHead + "Related Errors\n\n  • ERROR_B (6)\n  • ERROR_C (7)\n  • ERROR_B (6)\n  • ERROR_A (5)\n"
                                "  • ERROR_X (9)\n  • ERROR_D (8)\n",
                        "ERROR_B - 6 (0x6)\n", "ERROR_C - 7 (0x7)\n", "ERROR_D - 8 (0x8)\n"});
  corpus.doubt(0, "7", "doubtful");
  CHECK(corpus.article(0)["see_also"] ==
        Json::parse(R"([{"name": "ERROR_B", "last": false}, {"name": "ERROR_D", "last": true}])"));
}

TEST_CASE("the corpus: entries by name and by code, with the latest date") {
  const Json view = PrintedCorpus({"ERROR_Z - 1 (0x1)\n\nZed.\n\nUpdated: Mar 1, 2026\n", "not an article\n",
                                   "ERROR_A - 3 (0x3)\n\nAh.\n\nUpdated: Feb 1, 2026\n", "ERROR_M - 2 (0x2)\n"})
                        .corpus();
  CHECK(view["view_version"] == 2);
  CHECK(view["article_count"] == 3);
  CHECK(view["has_articles"] == true);
  CHECK(view["updated"] == "2026-03-01");
  REQUIRE(view["articles"].size() == 3);
  const char* names[] = {"ERROR_A", "ERROR_M", "ERROR_Z"};
  for (std::size_t i = 0; i < 3; ++i) {
    const Json& entry = view["articles"][i];
    CHECK(entry["name"] == names[i]);
    CHECK(entry["index"] == 2 - i);
    CHECK(entry["last"] == (i == 2));
    CHECK(entry["alias_of"].is_null());
    CHECK(view["by_code"][2 - i] == entry);
  }
  CHECK(view["articles"][0]["identifier"] == "a");
  CHECK(view["articles"][0]["path"] == "2.txt");
  CHECK(view["articles"][1]["message"].is_null());
  CHECK(view["articles"][1]["updated"].is_null());
  CHECK(view["aliases"] == Json::array());
}

TEST_CASE("of articles with one code the first by name stands in by_code, the others are its aliases") {
  const Json view =
      PrintedCorpus({"ERROR_C - 5 (0x5)\n", "ERROR_B - 5 (0x5)\n", "ERROR_D - 4 (0x4)\n", "ERROR_E - 5 (0x5)\n"})
          .corpus();
  REQUIRE(view["by_code"].size() == 2);
  CHECK(view["by_code"][0]["name"] == "ERROR_D");
  CHECK(view["by_code"][1]["name"] == "ERROR_B");
  REQUIRE(view["aliases"].size() == 2);
  for (const Json& alias : view["aliases"]) {
    CHECK(alias["alias_of"] == "b");
    CHECK(alias["index"] == 1);
  }
}

TEST_CASE("names and messages are found in the segments") {
  const Json view = PrintedCorpus({"ERROR_B - 2 (0x2)\n\nMessage \xC3\xBC.\n", "ERROR_A - 3 (0x3)\n"}).corpus();
  REQUIRE(view["segments"].size() == 1);
  std::string text;
  for (const Json& piece : view["segments"][0]["strings"]) text += piece["text"].get<std::string>();
  CHECK(view["segments"][0]["size"] == text.size());
  CHECK(view["segment_size"] == text.size());
  for (const Json& entry : view["articles"]) {
    for (const auto& [place, key] : {std::pair("name_at", "name"), std::pair("message_at", "message")}) {
      const std::string wanted = entry[key].is_null() ? "" : entry[key].get<std::string>();
      CHECK(text.substr(entry[place]["offset"], entry[place]["size"]) == wanted);
    }
  }
}

TEST_CASE("a corpus without articles") {
  const Json view = PrintedCorpus({}).corpus();
  CHECK(view["article_count"] == 0);
  CHECK(view["has_articles"] == false);
  CHECK(view["updated"].is_null());
  CHECK(view["segments"] == Json::array());
  CHECK(view["segment_size"] == 0);
}

TEST_CASE("a finding of another article puts in doubt what the message and the text say, and never the title") {
  const std::string doubted = kTitle + "See ERROR_C (7, 0x7).\n\nTechnical Meaning\n\nAs ERROR_D (8, 0x8).\n";
  const auto with = [&](const char* place) {
    PrintedCorpus corpus({doubted, "ERROR_B - 6 (0x6)\n\nERROR_C (9, 0x9).\n"});
    corpus.doubt(1, "9, 0x9", "two codes").disputed = {corpus.place(0, place)};
    return corpus;
  };
  CHECK(with("7, 0x7").article(0)["disputed"] == true);
  CHECK(with("7, 0x7").article(0)["findings"].size() == 1);
  CHECK(with("7, 0x7").corpus()["articles"][0]["disputed"] == true);
  CHECK(with("8, 0x8").article(0)["disputed"] == true);
  CHECK(with("8, 0x8").article(0)["findings"].size() == 1);
  CHECK(with("8, 0x8").corpus()["articles"][0]["disputed"] == false);
  CHECK(with("5 (0x5)").article(0)["disputed"] == false);
  CHECK(with("5 (0x5)").corpus()["articles"][0]["disputed"] == false);
}

TEST_CASE("a dispute in prose marks the paragraph, the item or the question that it stands in, and not the page") {
  const std::string text = kTitle +
                           "Technical Meaning\n\nAs ERROR_C (7, 0x7).\n\nAs ERROR_D (8, 0x8).\n\n- plain\n- As ERROR_E "
                           "(9, 0x9).\n\nFAQ\n\nQ: Is it ERROR_F (10, 0xA)?\n\nA: As ERROR_G (11, 0xB).\n";
  const auto with = [&](const char* place, bool in_prose) {
    PrintedCorpus corpus({text});
    corpus.doubt(0, place, "two codes").in_prose = in_prose;
    return corpus.article(0);
  };
  const auto blocks = [](const Json& view, std::size_t section) { return view["sections"][section]["blocks"]; };
  const Json paragraph = with("7, 0x7", true);
  CHECK(paragraph["disputed"] == false);
  CHECK(paragraph["findings"].empty());
  CHECK(blocks(paragraph, 0)[0]["disputed"] == true);
  CHECK(blocks(paragraph, 0)[0]["findings"].size() == 1);
  CHECK(blocks(paragraph, 0)[1]["disputed"] == false);
  const Json item = with("9, 0x9", true);
  CHECK(item["disputed"] == false);
  CHECK(blocks(item, 0)[2]["disputed"] == false);
  CHECK(blocks(item, 0)[2]["items"][0]["disputed"] == false);
  CHECK(blocks(item, 0)[2]["items"][1]["disputed"] == true);
  CHECK(blocks(item, 0)[2]["items"][1]["findings"].size() == 1);
  CHECK(blocks(with("10, 0xA", true), 1)[0]["disputed"] == true);
  CHECK(blocks(with("11, 0xB", true), 1)[0]["disputed"] == true);
  // What a field says disputes the page.
  const Json field = with("7, 0x7", false);
  CHECK(field["disputed"] == true);
  CHECK(blocks(field, 0)[0]["disputed"] == false);
}

TEST_CASE("a place that is in doubt without being listed marks the page and the index, and adds no finding") {
  PrintedCorpus corpus({kTitle + "See ERROR_C (7, 0x7).\n", "ERROR_B - 6 (0x6)\n\nERROR_C (9, 0x9).\n"});
  corpus.doubt(1, "9, 0x9", "two codes").unlisted = {corpus.place(0, "7, 0x7")};
  for (const Json& view : {corpus.article(0), Json(corpus.corpus()["articles"][0])}) {
    CHECK(view["disputed"] == true);
    CHECK(view["findings"].empty());
  }
}
