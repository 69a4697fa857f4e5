"""Holding a report against what is known: its figures (`figures`) and its shape (`structure`).

Checks return `Found`, findings with the path they are about; `exemptions` takes out those that the office has
exempted. `report` runs everything. What a check is called and how much it weighs stands in `schemas/checks.yaml`; a
check whose entry an office has removed is not made.
"""
