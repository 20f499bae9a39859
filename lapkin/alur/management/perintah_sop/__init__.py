"""What `bin/lapkin sop` does, one module each: `BANTUAN`, `tambah_argumen(parser)`, `jalankan(command, **options)`."""
