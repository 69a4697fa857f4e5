"""How a .docx is set (版面), as Word resolves it."""
