"""What staff do: one module for each command, one public function in each."""
