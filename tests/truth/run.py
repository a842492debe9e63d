import argparse, collections, pathlib, sys, tempfile
import families, measure, project
def main():
    p = argparse.ArgumentParser()
    p.add_argument("--errpress", required=True); p.add_argument("--seed", type=int, default=1); p.add_argument("--articles", type=int, default=40)
    o = p.parse_args()
    work = pathlib.Path(tempfile.mkdtemp())
    fams = families.load(work, o.seed)
    for f in fams.values():
        pr = project.Project(f, fams, o.seed, o.articles)
        for kind in ("right", "planted"):
            root = work/kind; project.write([pr], root, kind)
            cfg = project.configuration([pr], root, False)
            fs = measure.findings(o.errpress, root, cfg)
            m = measure.Match(fs, getattr(pr, kind), pr.mistakes if kind == "planted" else [])
            print(f.name, kind, len(fs), "false", len(m.false_alarms), "mistakes", len(m.results), "found", sum(r.found for r in m.results), collections.Counter((x[0]["rule"], x[1]) for x in m.false_alarms).most_common(8))
            if kind == "right":
                for x in m.false_alarms[:4]: print("   ", x[0]["path"], x[0]["line"], x[0]["rule"], x[0]["message"], "|", x[2])
main()
