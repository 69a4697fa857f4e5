"""Reading workbooks (.xlsx .xls .ods) that staff filled in: opened safely, found by hidden keys, told by cell."""
