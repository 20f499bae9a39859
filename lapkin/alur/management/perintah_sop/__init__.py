"""What `bin/lapkin sop` can do, one module each: `BANTUAN`, `tambah_argumen(parser)`, `jalankan(command, **options)`."""
