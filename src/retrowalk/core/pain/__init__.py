"""Pain ratings and what may be said about them."""
