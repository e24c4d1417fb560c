"""Write the messages that the manual quotes anew, after their wording was changed on purpose.

Look at the diff, then commit.

python tests/docs/refill_messages.py
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from manual_examples import DOCS, SmallBook, examples, judged_conf, judged_lock, said


def main() -> None:
    """Replace each quoted message that differs from what the system says now."""
    with tempfile.TemporaryDirectory() as name:
        book = SmallBook(Path(name))
        for example in [*examples("markdown"), *examples("yaml"), *examples("json"), *examples("python")]:
            if not example.says:
                continue
            if example.language != "markdown":
                folder = Path(name, example.language, example.page, str(example.line))
                folder.mkdir(parents=True)
                if example.language == "json":
                    now = judged_lock(folder, example.text)
                elif example.language == "python":
                    now = said(judged_conf(folder, example.text), "\0")
                else:
                    now = said(book.judged_sources(folder, example.text), "\0")
            else:
                now = said(book.findings(example.docname), example.docname)
            path = DOCS / f"{example.page}.md"
            text = path.read_text("utf-8")
            if now and now != example.says:
                path.write_text(text.replace(example.says, now), "utf-8")
                print(f"{example.name}\n- {example.says}+ {now}")


if __name__ == "__main__":
    main()
