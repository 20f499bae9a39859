"""The kinds of work, one module each: the form (Isian), what its page shows (konteks), and the act (kerjakan)."""
