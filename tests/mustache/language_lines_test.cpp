// The Mustache language: lines that tags take with them, comments, delimiters and partials.
#include "language.h"

using errpress::tests::check_language;
using errpress::tests::LanguageCase;

TEST_CASE("mustache language: tags that stand alone on a line take it with them") {
  const LanguageCase cases[] = {
      {"a comment", "{}", "one\n{{! gone }}\ntwo\n", "one\ntwo\n"},
      {"a comment, indented", "{}", "one\n \t {{! gone }}\ntwo\n", "one\ntwo\n"},
      {"a comment, with blanks behind it", "{}", "one\n{{! gone }} \t\ntwo\n", "one\ntwo\n"},
      {"a comment, with CR LF", "{}", "one\r\n{{! gone }}\r\ntwo", "one\r\ntwo"},
      {"a comment, in the first line", "{}", "  {{! gone }}\ntwo", "two"},
      {"a comment, in the last line", "{}", "one\n  {{! gone }}", "one\n"},
      {"a comment of several lines", "{}", "one\n{{!\n  gone\n  too\n}}\ntwo\n", "one\ntwo\n"},
      {"a comment of several lines, indented", "{}", "one\n  {{!\n gone }}\ntwo\n", "one\ntwo\n"},
      {"a comment of two lines with text beside it", "{}", "one {{! a\n b }}\n{{! c\n d }} two\n", "one \n two\n"},
      {"delimiters", "{}", "one\n{{=[ ]=}}\ntwo\n", "one\ntwo\n"},
      {"delimiters, indented", "{}", "one\n\t{{=[ ]=}}\ntwo\n", "one\ntwo\n"},
      {"delimiters, with CR LF", "{}", "one\r\n{{= [ ] =}}\r\ntwo", "one\r\ntwo"},
      {"delimiters, in the first line", "{}", "  {{=[ ]=}}\ntwo", "two"},
      {"delimiters, in the last line", "{}", "one\n  {{=[ ]=}}", "one\n"},
      {"a section's", R"({"on": true})", "one\n{{#on}}\n  in\n{{/on}}\ntwo\n", "one\n  in\ntwo\n"},
      {"a section's, indented", R"({"on": true})", "one\n  {{#on}}\n  in\n\t{{/on}}\ntwo\n", "one\n  in\ntwo\n"},
      {"a section's, with CR LF", R"({"on": true})", "one\r\n{{#on}}\r\n{{/on}}\r\ntwo", "one\r\ntwo"},
      {"a section's, in the first line", R"({"on": true})", "  {{#on}}\nin{{/on}}\ntwo", "in\ntwo"},
      {"a section's, in the last line", R"({"on": true})", "one{{#on}}\nin\n  {{/on}}", "one\nin\n"},
      {"a section's, where it is false", R"({"on": false})", "one\n{{#on}}\n  in\n{{/on}}\ntwo\n", "one\ntwo\n"},
      {"a section's, once for each item", R"({"on": [1, 2]})", "one\n {{#on}}\n {{.}}\n {{/on}}\ntwo\n",
       "one\n 1\n 2\ntwo\n"},
      {"an inverted section's", R"({"off": false})", "one\n{{^off}}\n  in\n{{/off}}\ntwo\n", "one\n  in\ntwo\n"},
      {"an inverted section's, indented", R"({"off": false})", "one\n  {{^off}}\n  in\n\t{{/off}}\ntwo\n",
       "one\n  in\ntwo\n"},
      {"an inverted section's, with CR LF", R"({"off": false})", "one\r\n{{^off}}\r\n{{/off}}\r\ntwo", "one\r\ntwo"},
      {"an inverted section's, in the first line", R"({"off": false})", "  {{^off}}\nin{{/off}}\ntwo", "in\ntwo"},
      {"an inverted section's, in the last line", R"({"off": false})", "one{{^off}}\nin\n  {{/off}}", "one\nin\n"},
      {"only a whole line: text before or behind keeps it", R"({"on": true})",
       "one {{#on}}\n{{/on}} two\n. {{! c }}\n{{! c }} .\n", "one \n two\n. \n .\n"},
      {"an empty line beside one stays", R"({"on": true})", "one\n\n{{#on}}\n\nin\n\n{{/on}}\n\ntwo\n",
       "one\n\n\nin\n\n\ntwo\n"},
      {"a lone CR ends no line", R"({"on": true})", "one\r{{#on}}\r\nin{{/on}}", "one\r\r\nin"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: comments") {
  const LanguageCase cases[] = {
      {"print nothing", "{}", "one{{! two }}three", "onethree"},
      {"of several lines", "{}", "one{{!\n two\n three }}four\n", "onefour\n"},
      {"keep the blanks beside them", "{}", "one {{! two }} three", "one  three"},
      {"keep the blanks before them on a line with text", "{}", "  one {{! two }}\n", "  one \n"},
      {"are no names", R"({"! a": 1, "!a": 2, "a": 3, "! a ": 4})", "<{{! a }}{{!a}}>", "<>"},
      {"may hold what would be a tag", R"({"a": "x"})", "<{{! {{ # / = }}{{a}}>", "<x>"},
      {"may be empty", "{}", "<{{!}}>", "<>"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: delimiters") {
  const LanguageCase cases[] = {
      {"are set by a tag", R"({"a": "x"})", "{{=<% %>=}}(<%a%>) {{a}}", "(x) {{a}}"},
      {"may be any characters", R"({"a": "x"})", "({{=( )=}}(a))|{{a}}|(={{ }}=){{=* *=}}.*a*.", "(x)|{{a}}|.x."},
      {"may be set back", R"({"a": "x"})", "{{=<% %>=}}<%a%><%={{ }}=%>{{a}}<%a%>", "xx<%a%>"},
      {"of any length", R"({"a": "x"})", "{{=<!-- -->=}}<!--a-->{{a}}", "x{{a}}"},
      {"do not change what a raw tag ends with", R"({"a": "<"})", "{{=<% %>=}}<%{a}%><%&a%><%a%>", "<<&lt;"},
      {"go on within and behind sections", R"({"on": true, "a": "x"})",
       "{{#on}}\n {{a}} |a|\n{{/on}}\n{{= | | =}}\n|#on|\n {{a}} |a|\n|/on|\n|a|\n", " x |a|\n {{a}} x\nx\n"},
      {"go on within and behind inverted sections", R"({"off": false, "a": "x"})",
       "{{^off}}\n {{a}} |a|\n{{/off}}\n{{= | | =}}\n|^off|\n {{a}} |a|\n|/off|\n|a|\n", " x |a|\n {{a}} x\nx\n"},
      {"set within a section stay set behind it", R"({"on": true, "a": "x"})", "{{#on}}{{=[ ]=}}[a][/on][a]{{a}}",
       "xx{{a}}"},
      {"do not reach into partials",
       R"({"a": "x"})",
       "{{>p}} {{=| |=}}|>p| |a|",
       "<x|a|> <x|a|> x",
       {{"p", "<{{a}}|a|>"}}},
      {"set in a partial end with it",
       R"({"a": "x"})",
       "{{>p}} {{a}} |a|",
       "x x {{a}} x |a|",
       {{"p", "{{a}} {{=| |=}}|a| {{a}}"}}},
      {"keep the blanks beside their tag", "{}", "< {{=[ ]=}} >", "<  >"},
      {"keep the blanks before their tag on a line with text", "{}", " < {{=[ ]=}}\n", " < \n"},
      {"blanks in the tag do not count", R"({"a": "x"})", "<{{= [   ] =}}|[a]>", "<|x>"},
      {"of comments and partials, too", "{}", "{{=[ ]=}}<[! gone ]|[>p]>", "<|in>", {{"p", "in"}}},
  };
  check_language(cases);
}

TEST_CASE("mustache language: partials") {
  const LanguageCase cases[] = {
      {"stand in the place of their tag", "{}", "<{{>p}}>", "<in>", {{"p", "in"}}},
      {"that are not there print nothing", "{}", "<{{>none}}>", "<>"},
      {"see the context of their tag",
       R"({"a": "up", "in": {"a": "x"}})",
       "{{>p}}{{#in}}{{>p}}{{/in}}",
       "<up><x>",
       {{"p", "<{{a}}>"}}},
      {"may include themselves",
       R"({"t": "a", "sub": [{"t": "b", "sub": []}, {"t": "c", "sub": [{"t": "d", "sub": []}]}]})",
       "{{>tree}}",
       "a(b()c(d()))",
       {{"tree", "{{t}}({{#sub}}{{>tree}}{{/sub}})"}}},
      {"may include others",
       R"({"a": "x", "b": "y"})",
       "{{>outer}}",
       "<x (y)>",
       {{"outer", "<{{a}} {{>inner}}>"}, {"inner", "({{b}})"}}},
      {"keep the blanks beside their tag", "{}", "< {{>p}}\t>", "< \tin \t>", {{"p", "\tin "}}},
      {"on a line with text are not indented",
       R"({"a": "x"})",
       "  {{a}} {{>p}}\n",
       "  x one\ntwo\n",
       {{"p", "one\ntwo"}}},
      {"alone on a line take its end with them", "{}", "a\n{{>p}}\nb\r\n{{>p}}\r\nc", "a\ninb\r\ninc", {{"p", "in"}}},
      {"alone on the first line", "{}", "  {{>p}}\nb", "  one\n  twob", {{"p", "one\ntwo"}}},
      {"alone on the last line", "{}", "a\n  {{>p}}", "a\n  one\n  two", {{"p", "one\ntwo"}}},
      {"alone on a line have each of their lines indented, the lines of values not",
       R"({"a": "x\ny"})",
       "a\n\t{{>p}}\nb\n",
       "a\n\tone\n\tx\ny\n\ttwo\nb\n",
       {{"p", "one\n{{{a}}}\ntwo\n"}}},
      {"alone on a line keep their empty lines empty",
       "{}",
       "  {{>p}}\n",
       "  one\n\n  two\r\n\r\n",
       {{"p", "one\n\ntwo\r\n\r\n"}}},
      {"indentations add up", "{}", " {{>p}}\n", " <\n   one\n >\n", {{"p", "<\n  {{>q}}\n>\n"}, {"q", "one\n"}}},
      {"an indented line that is a tag's alone still goes",
       R"({"on": [1, 2]})",
       "  {{>p}}\n",
       "  one\n  two\n  two\n",
       {{"p", "one\n{{#on}}\ntwo\n{{/on}}\n"}}},
      {"blanks behind the tag go with the line", "{}", "a\n {{>p}} \t\nb", "a\n in\nb", {{"p", "in\n"}}},
      {"blanks in the tag do not count", "{}", "<{{> p }}|{{>\tp\n}}>", "<in|in>", {{"p", "in"}}},
      {"close no section of the page",
       R"({"on": true})",
       "{{#on}}{{>p}}{{/on}}",
       "<in>",
       {{"p", "{{#on}}<in>{{/on}}"}}},
  };
  check_language(cases);
}
