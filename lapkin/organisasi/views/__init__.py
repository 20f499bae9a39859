"""The administrator's pages: the own instansi and those directly below it; nobody else finds them."""
