"""The ids of our styles, by which the body refers to them. Their names are set in `styles`."""

from __future__ import annotations

NORMAL = "Normal"
TITLE = "FzTitle"
TITLE_WITH_NOTE = "FzTitleWithNote"
HEADNOTE = "FzHeadnote"
ADDRESSEE = "FzAddressee"
BODY = "FzBody"
TABLE = "FzTable"
TABLE_TITLE = "FzTableTitle"
TABLE_HEAD = "FzTableHead"
TABLE_SIDE_HEAD = "FzTableSideHead"
TABLE_CELL = {"左": "FzTableText", "中": "FzTableTextCentred", "右": "FzTableTextRight"}
DENSE_TABLE = "FzDenseTable"
DENSE_HEAD = "FzDenseTableHead"
DENSE_SIDE_HEAD = "FzDenseTableSideHead"
DENSE_CELL = {"左": "FzDenseTableText", "中": "FzDenseTableTextCentred", "右": "FzDenseTableTextRight"}
TABLE_AFTER = "FzTableAfter"
PICTURE = "FzPicture"
PICTURE_TITLE = "FzPictureTitle"
SIGNATURE = "FzSignature"
SIGNATURE_FIRST = "FzSignatureFirst"
SIGNATURE_DAY = "FzSignatureDay"
SEALED = "FzSealed"
SEALED_ALONE = "FzSealedAlone"
SEALED_FIRST = "FzSealedFirst"
SEALED_NEXT = "FzSealedNext"
NOTE = "FzNote"
PAGE_ODD = "FzPageOdd"
PAGE_EVEN = "FzPageEven"
EXAMPLE = "FzExample"
STRONG = "FzStrong"
MARK_SPACE = "FzMarkSpace"
MARK = "FzMark"
MARK_JOINT = "FzMarkJoint"
NUMBER = "FzNumber"
NUMBER_FIRST = "FzNumberFirst"
SIGNER = "FzSigner"
RED_RULE = "FzRedRule"
ANNEX_NOTE = "FzAnnexNote"
ANNEX_NOTE_NEXT = "FzAnnexNoteNext"
ANNEX_LABEL = "FzAnnexLabel"
ANNEX_TITLE = "FzAnnexTitle"
IMPRINT_COPIES = "FzImprintCopies"
IMPRINT_ISSUER = "FzImprintIssuer"
IMPRINT_OUTER = "FzImprintOuter"
IMPRINT_INNER = "FzImprintInner"
IMPRINT_ANCHOR = "FzImprintAnchor"


def heading_style(level: int) -> str:
    """The paragraph style of a heading on its own line."""
    return f"FzHeading{level}"


def run_in_style(level: int) -> str:
    """The paragraph style of a paragraph that begins with its section's heading."""
    return f"FzRunIn{level}"


def run_in_heading(level: int) -> str:
    """The character style of a heading within its paragraph."""
    return f"FzRunInHeading{level}"
