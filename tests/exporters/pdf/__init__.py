"""PDF export: what is drawn, what it means, and that checkers accept it."""
