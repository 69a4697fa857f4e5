"""The rules on reports as lines of text (`Manuscript`), whoever made them.

`examination` lays the lines out as one text with what is known of every character; each other file holds rules of one
topic. What a rule is called, weighs and says stands in `schemas/checks/`, words and phrases in `schemas/`.
"""
