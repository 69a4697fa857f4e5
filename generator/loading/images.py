"""Pictures that a report names: plain files in its own folder."""

from __future__ import annotations

from pathlib import Path, PureWindowsPath

from generator.loading.problems import Problems
from generator.models.body import ImageData

_MOST_BYTES = 10 * 1024 * 1024
_MAGIC = {".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff"}


def check_image(image: ImageData, problems: Problems) -> None:
    """Report a picture that is missing, outside the input's folder, too large, or no PNG or JPEG."""
    if found := _fault(image.file, Path(problems.source.file).parent):
        problems.error("LOAD076", (*image.at, "文件"), *found)


def _fault(name: str, folder: Path) -> tuple[str, str] | None:
    """What is wrong with a picture, and the remedy."""
    if _absolute(name):
        return f"图片“{name[-40:]}”要写相对路径", "图片放进输入文件所在的文件夹，只写文件名"
    if Path(name).suffix.lower() not in _MAGIC:
        return f"图片“{name[-40:]}”不是 .png 或 .jpg", "另存为 PNG 或 JPEG"
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            return f"图片“{name[-40:]}”不在输入文件所在的文件夹里", "图片放进输入文件所在的文件夹"
        if not path.is_file():
            return f"没有图片文件“{name[-40:]}”", "检查文件名；图片放进输入文件所在的文件夹"
        return _fault_in_file(path, name)
    except (OSError, ValueError):
        return f"图片“{name[-40:]}”读不出来", "检查文件名和读取权限"


def _absolute(name: str) -> bool:
    windows = PureWindowsPath(name)
    return bool(windows.drive or windows.root or Path(name).is_absolute() or "\0" in name)


def _fault_in_file(path: Path, name: str) -> tuple[str, str] | None:
    size = path.stat().st_size
    if size > _MOST_BYTES:
        return f"图片“{name[-40:]}”有 {size / 1024 / 1024:.0f} MB，超过 10 MB", "缩小后再用"
    magic = _MAGIC[Path(name).suffix.lower()]
    with path.open("rb") as stream:
        if stream.read(len(magic)) != magic:
            return f"图片“{name[-40:]}”的内容不是 PNG 或 JPEG", "用图片软件打开，另存为 PNG 或 JPEG"
    return None
