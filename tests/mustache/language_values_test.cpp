// The Mustache language: values in tags, dotted names, and where a name is looked for.
#include "language.h"

using errpress::tests::check_language;
using errpress::tests::LanguageCase;

TEST_CASE("mustache language: values") {
  const LanguageCase cases[] = {
      {"a text without tags is the page", "{}", "Single { braces } are text.\n", "Single { braces } are text.\n"},
      {"a tag is replaced by its value", R"({"drive": "C:"})", "No room on {{drive}} now.\n", "No room on C: now.\n"},
      {"two tags side by side", R"({"a": "x", "b": "y"})", "{{a}}{{b}}{{a}}", "xyx"},
      {"what a value prints is no template", R"({"a": "{{b}} {{{b}}} {{! b }}", "b": "no"})", "{{{a}}}|{{b}}",
       "{{b}} {{{b}}} {{! b }}|no"},
      {"a plain tag is escaped", R"({"rule": "a<b & c>\"d\""})", "{{rule}}", "a&lt;b &amp; c&gt;&quot;d&quot;"},
      {"a triple tag is raw", R"({"rule": "a<b & c>\"d\""})", "{{{rule}}}", "a<b & c>\"d\""},
      {"an ampersand tag is raw", R"({"rule": "a<b & c>\"d\""})", "{{&rule}}", "a<b & c>\"d\""},
      {"raw ends with its tag", R"({"a": "<"})", "{{{a}}}{{a}}{{&a}}{{a}}", "<&lt;<&lt;"},
      {"whole numbers", R"({"n": 1117, "m": -3, "z": 0})", "{{n}} {{{n}}} {{&n}}, {{m}} {{{m}}} {{&m}}, {{z}}",
       "1117 1117 1117, -3 -3 -3, 0"},
      {"numbers with a fraction keep their digits", R"({"n": 0.75})", "{{n}} {{{n}}} {{&n}}", "0.75 0.75 0.75"},
      {"null prints nothing", R"({"n": null})", "<{{n}}|{{{n}}}|{{&n}}>", "<||>"},
      {"an unknown name prints nothing", R"({"known": "x"})", "<{{n}}|{{{n}}}|{{&n}}>", "<||>"},
      {"blanks in a tag do not count", R"({"a": "x"})", "<{{ a }}|{{{ a }}}|{{& a }}|{{\ta\t}}|{{\n  a\n}}|{{  &a}}>",
       "<x|x|x|x|x|>"},
      {"blanks beside a tag stay", R"({"a": "x"})", "  {{a}}\t| {{{a}}} |\t{{&a}}  ", "  x\t| x |\tx  "},
      {"a value that stands alone on its line keeps the line", R"({"a": "x"})",
       "  {{a}}\n\t{{{a}}} \n {{&a}}\r\n{{none}}\n|", "  x\n\tx \n x\r\n\n|"},
      {"the current value is {{.}}", "\"a<b\"", "{{.}} {{{.}}} {{&.}} {{ . }}", "a&lt;b a<b a<b a&lt;b"},
      {"the current value may be a number", "1117", "code {{.}}, {{{.}}}, {{&.}}", "code 1117, 1117, 1117"},
      {"closing delimiters outside of a tag are text", R"({"a": "x"})", "}} {{a}} }}", "}} x }}"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: dotted names") {
  const LanguageCase cases[] = {
      {"a dot reaches into an object", R"({"file": {"path": "a<b"}})",
       "{{file.path}} {{{file.path}}} {{&file.path}} {{#file}}{{path}}{{/file}}", "a&lt;b a<b a<b a&lt;b"},
      {"to any depth", R"({"k": {"l": {"m": {"n": {"o": {"p": "deep"}}}}}})", "{{k.l.m.n.o.p}}", "deep"},
      {"a chain that breaks prints nothing", R"({"k": {"x": 1}, "t": "text", "z": null})",
       "<{{k.l}}|{{k.l.m}}|{{t.l}}|{{z.l}}|{{none.l}}>", "<||||>"},
      {"later parts are looked for in the part before and nowhere else",
       R"({"k": {"l": {}}, "m": {"o": "outer"}, "o": 1})", "<{{k.l.m.o}}|{{k.o}}|{{k.l.o}}>", "<||>"},
      {"the first part is looked for like any name",
       R"({"k": {"l": {"m": "near"}}, "l": {"m": "far"}, "g": {"m": "up"}})", "{{#k}}{{l.m}} {{g.m}}{{/k}}", "near up"},
      {"a first part that is found decides, even if the rest is missing", R"({"k": {"l": {}}, "l": {"m": "far"}})",
       "<{{#k}}{{l.m}}{{/k}}>", "<>"},
      {"no key has a dot in it", R"({"k.l": "flat"})", "<{{k.l}}>", "<>"},
      {"a key with a dot hides nothing", R"({"k.l": "flat", "k": {"l": "nested"}})", "{{k.l}}", "nested"},
      {"in sections", R"({"k": {"l": {"yes": true, "no": false, "list": [1, 2]}}})",
       "{{#k.l.yes}}A{{/k.l.yes}}{{#k.l.no}}B{{/k.l.no}}{{#k.l.none}}C{{/k.l.none}}{{#k.none.l}}D{{/k.none.l}}"
       "{{#k.l.list}}{{.}}{{/k.l.list}}",
       "A12"},
      {"in inverted sections", R"({"k": {"l": {"yes": true, "no": false}}})",
       "{{^k.l.yes}}A{{/k.l.yes}}{{^k.l.no}}B{{/k.l.no}}{{^k.l.none}}C{{/k.l.none}}{{^k.none.l}}D{{/k.none.l}}", "BCD"},
      {"a section of a dotted name opens the last part alone", R"({"k": {"l": {"m": "in"}, "x": "no"}, "y": "up"})",
       "<{{#k.l}}{{m}}|{{x}}|{{y}}{{/k.l}}>", "<in||up>"},
  };
  check_language(cases);
}

TEST_CASE("mustache language: contexts") {
  const LanguageCase cases[] = {
      {"an object's section opens it", R"({"file": {"path": "x.txt"}})", "{{#file}}in {{path}}{{/file}}", "in x.txt"},
      {"what the inner one lacks is looked for outside",
       R"({"a": "outer", "b": "hidden", "in": {"b": "inner"}, "o": {"c": "up"}})",
       "{{#in}}{{a}}, {{b}}, {{o.c}}{{/in}}, {{b}}", "outer, inner, up, hidden"},
      {"an inner null hides what is outside", R"({"a": "outer", "in": {"a": null}})", "<{{#in}}{{a}}{{/in}}>", "<>"},
      {"a value's section makes it the current value, and hides nothing", R"({"drive": "C:", "note": "n"})",
       "{{#drive}}{{.}} {{drive}} {{note}}{{/drive}}", "C: C: n"},
      {"contexts nest, and each is seen from all within it",
       R"({"p": {"one": 1}, "q": {"two": 2}, "r": {"three": 3, "s": {"four": 4, "five": 5}}})",
       "{{#p}}{{one}}{{#q}}{{two}}{{one}}{{#r}}{{three}}{{two}}{{one}}{{#s}}{{four}}{{three}}{{two}}{{one}}"
       "{{#five}}{{.}}{{five}}{{four}}{{one}}{{/five}}{{four}}{{/s}}{{three}}{{/r}}{{two}}{{/q}}{{one}}{{/p}}"
       "<{{one}}|{{four}}>",
       "12132143215541432"
       "1<|>"},
      {"contexts that lists opened are seen from within",
       R"({"files": [{"path": {"short": "f", "long": "file"}, "rows": [{"no": 7, "cells": [{"c": "x"}, {"c": "y"}]}]}]})",
       "{{#files}}{{#rows}}{{path.short}}{{no}}:{{#cells}} {{path.long}}{{no}}{{c}}{{/cells}}{{/rows}}{{/files}}",
       "f7: file7x file7y"},
      {"a context ends with its section", R"({"a": "outer", "in": {"a": "inner"}})", "{{a}}{{#in}}{{a}}{{/in}}{{a}}",
       "outerinnerouter"},
      {"an inverted section opens no context", R"({"a": "x", "none": []})", "{{^none}}{{a}}{{/none}}", "x"},
  };
  check_language(cases);
}
