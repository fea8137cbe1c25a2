"""What is watched, or held up, inside an answer's processes."""
