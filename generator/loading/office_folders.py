"""What an office's folder must look like, before and beside the knowledge in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path

from generator.diagnostics import Diagnostics, Place
from generator.loading.files import leads_outside
from generator.loading.keys import nearest

SUBFOLDERS = ("schemas", "templates")
_TEMPLATE_FOLDERS = ("deliveries", "phrases", "sections", "styles")


def similar_folder(folder: Path, otherwise: str) -> str:
    """The remedy for a folder that isn't there: the one beside it that was meant."""
    near = nearest(folder.name, (each.name for each in _folders_in(folder.parent)))
    return f"是不是“{near}”？" if near else otherwise


def tell_empty(folder: Path, diagnostics: Diagnostics) -> None:
    """A folder that holds neither schemas nor templates; the layers may lie one folder deeper."""
    if any((folder / name).is_dir() for name in SUBFOLDERS):
        return
    deeper = [each.name for each in _folders_in(folder) if any((each / name).is_dir() for name in SUBFOLDERS)]
    remedy = f"是不是它里面的“{'”“'.join(deeper[:3])}”？" if deeper else "把自己的资料放进这两个子文件夹"
    diagnostics.warning("LOAD080", Place(str(folder)), "资料夹里没有 schemas，也没有 templates", remedy)


def links_are_inside(folder: Path, diagnostics: Diagnostics) -> bool:
    """Whether no link leads out of an office's folder. Links to folders are refused too: they would not be searched."""
    found = False
    for link in _links(folder):
        if leads_outside(link, folder):
            found = True
            message = "这个链接指向资料夹以外，不能用"
            diagnostics.error("LOAD101", Place(str(link)), message, "把文件本身放进资料夹")
        elif link.is_dir():
            found = True
            message = "这个链接指向另一个文件夹，不能用"
            diagnostics.error("LOAD101", Place(str(link)), message, "把文件夹本身放在这里")
    return not found


def _links(folder: Path) -> Iterator[Path]:
    for name in SUBFOLDERS:
        if (folder / name).is_symlink():
            yield folder / name
        else:
            yield from (each for each in sorted((folder / name).rglob("*")) if each.is_symlink())


def tell_misspelt(folder: Path, diagnostics: Diagnostics) -> None:
    """Folders and style files that would be passed over without a word, because their names are nearly right."""
    for parent, known in ((folder, SUBFOLDERS), (folder / "templates", _TEMPLATE_FOLDERS)):
        for each in _folders_in(parent):
            near = get_close_matches(each.name.lower(), known, n=1, cutoff=0.7)
            if near and each.name not in known:
                message = f"文件夹“{each.name}”没有用到"
                diagnostics.warning("LOAD107", Place(str(each)), message, f"是不是“{near[0]}”？")
    for file in sorted((folder / "templates" / "styles").glob("*.yml")):
        message = f"版式文件“{file.name}”没有用到：扩展名应当是 .yaml"
        diagnostics.warning("LOAD107", Place(str(file)), message, f"把文件名改成 {file.stem}.yaml")


def tell_idle_phrases(folder: Path, topics: Iterable[str], diagnostics: Diagnostics) -> None:
    """Files of sentences that no topic asks for. Those with a leading _ are there for other templates."""
    names = list(topics)
    for file in sorted((folder / "templates" / "phrases").glob("*")):
        if file.name.startswith((".", "_")) or (file.suffix == ".j2" and file.stem in names):
            continue
        near = nearest(file.stem, names)
        guess = f"是不是“{near}.j2”？" if near else ""
        remedy = f"{guess}文件名是“主题名.j2”；给别的模板引用的，名称以 _ 开头"
        diagnostics.warning("LOAD107", Place(str(file)), f"没有哪个主题用到句式文件“{file.name}”", remedy)


def _folders_in(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    except OSError:
        return []
