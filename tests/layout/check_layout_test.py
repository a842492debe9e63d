"""The layout checks on small trees: each fault is found, and its right counterpart is not."""

import pathlib
import tempfile
import unittest

import check_layout


def faults(**files):
    with tempfile.TemporaryDirectory() as root:
        for name, text in files.items():
            path = pathlib.Path(root, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        return list(check_layout.check(pathlib.Path(root)))


class Layout(unittest.TestCase):
    def test_includes_point_to_earlier_stages(self):
        self.assertEqual(faults(**{"generator/lint/a.h": '#include "base/span.h"\n#include "lint/b.h"\n'}), [])
        self.assertEqual(faults(**{"generator/base/a.h": '\n#include "lint/b.h"\n'}),
                         ['generator/base/a.h:2: base comes before lint and cannot include "lint/b.h"'])

    def test_an_include_is_written_from_the_root(self):
        self.assertEqual(faults(**{"generator/base/a.h": "#include <vector>\n"}), [])
        self.assertIn("names no stage", faults(**{"generator/base/a.h": '#include "b.h"\n'})[0])

    def test_main_may_include_every_stage(self):
        self.assertEqual(faults(**{"generator/main.cpp": '#include "commands/b.h"\n'}), [])

    def test_a_folder_that_is_no_stage(self):
        self.assertIn("outside the stages", faults(**{"generator/other/a.h": '#include "base/b.h"\n'})[0])

    def test_files_stay_small(self):
        self.assertEqual(faults(**{"tests/a.cpp": "\n" * 400}), [])
        self.assertEqual(faults(**{"tests/a.cpp": "\n" * 401}),
                         ["tests/a.cpp:401: 401 lines, more than 400: split it by idea"])

    def test_paths_of_a_machine(self):
        self.assertEqual(faults(a="at work/home/me and ${root}/home/x, https://example.org/home/x\n"), [])
        for path in ("/home/me/x", "'/root/x'", "(/work/x)", "/Users/me"):
            self.assertEqual(len(faults(a=f"line\nin {path}\n")), 1, path)

    def test_leftovers(self):
        self.assertEqual(faults(a="fixme is lower case here, XXXL\n"), [])
        self.assertEqual(len(faults(a="// FIX" "ME later\n")), 1)
        self.assertEqual(len(faults(a="<<<<<<< mine\n")), 1)

    def test_generated_folders_are_left_out(self):
        self.assertEqual(faults(**{"build/a": "/home/me", "build-asan/a": "/home/me", "x/__pycache__/a": "/home/me"}), [])
        self.assertEqual(len(faults(**{"builder/a": "/home/me"})), 1)


if __name__ == "__main__":
    unittest.main()
