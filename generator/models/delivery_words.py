"""The two words by which staff ask for the usual words of a form, or decline them."""

from __future__ import annotations

NO_WORDS = "无"
"""Typed under 开头语, 结束语 or 导语 by staff who want none."""
USUAL_WORDS = "惯用"
"""Typed there by staff who want the usual words although they aren't used unasked."""
