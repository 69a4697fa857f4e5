"""What a report is, and the knowledge it is held against. Pure data: no module here reads or writes a file."""
