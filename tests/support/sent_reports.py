"""Reports as the units of a county send them: short Word files."""

from __future__ import annotations

from pathlib import Path

from support.word_files import p, package

UNITS = """\
单位:
  县教育局: {包: [通用]}
  县公安局: {包: [通用]}
  县委组织部: {}
  石桥镇: {类型: 乡镇, 包: [通用]}
  东门街道: {类型: 街道, 包: [通用]}
"""


def report(organ: str, day: str, *, lacks: bool = True, to: str = "栖云县人民政府") -> bytes:
    """A report on 2026; without `lacks` it says nothing of what is lacking."""
    lines = [
        organ,
        "关于2026年度法治政府建设情况的报告",
        f"{to}：",
        "2026年，我单位坚持依法行政。现将有关情况报告如下。",
    ]
    lines += ["一、主要举措和成效", "（一）加强学习。全年组织学习12次。"]
    lines += ["二、存在的不足和原因", "一是执法力量不足，原因是编制少。"] if lacks else []
    lines += ["三、主要负责人履行推进法治建设第一责任人职责情况", "主要负责人研究重大问题5次。"]
    lines += ["四、2027年工作安排", "继续推进依法行政。", organ, day]
    return package("".join(map(p, lines)))


def folder_of(home: Path) -> Path:
    """A folder with what usually comes: good reports, a late one, one that is broken, and what isn't one."""
    folder = home / "报告"
    (folder / "乡镇").mkdir(parents=True)
    files = {
        "01 教育局.docx": report("栖云县教育局", "2027年2月9日"),
        "公安局.docx": report("栖云县公安局", "2027年3月3日", lacks=False),
        "乡镇/石桥镇.docx": report("栖云县石桥镇人民政府", "2027年2月28日", to="中共栖云县委、栖云县人民政府"),
        "坏.docx": b"x",
        "~$01 教育局.docx": b"x",
        "公安局_疑点.docx": report("栖云县公安局", "2027年3月3日"),
        "街道.wps": b"x",
        "fazhi.yaml": "叠加: []\n".encode(),
        "units.yaml": UNITS.encode(),
    }
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder
