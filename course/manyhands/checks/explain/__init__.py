"""From what was seen of an answer to why: what is said on its card."""
