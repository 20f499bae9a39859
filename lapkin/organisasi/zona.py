"""The zones an office may be in, each with the name people use."""

DAFTAR_ZONA = {
    "Asia/Jakarta": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
    "Asia/Pontianak": "WIB (Pontianak)",
}
