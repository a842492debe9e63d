// Reads the rows of Markdown tables as list items. Used by the Markdown reader.
#pragma once

#include <string_view>

#include "article/markdown_inline.h"
#include "base/span.h"

namespace errpress::article {

// Whether a line is the rule below the header of a table: "| --- | :-: |".
bool is_table_rule(std::string_view line);

// Appends the row to `out` as an item: "| NAME | 4 | 0x4 | text |" as "- NAME (4, 0x4): text" if the cells of `head`,
// the table's header, call these numbers codes or values or if it is empty; "| Label | text |" as "- Label: text",
// other rows with " | " between their cells.
void gather_row(std::string_view source, base::Span head, base::Span row, GatheredText& out);

}  // namespace errpress::article
