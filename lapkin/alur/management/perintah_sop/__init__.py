"""What `bin/lapkin sop` does, one module for each command.

Each has `BANTUAN` (its line in the help), `tambah_argumen(parser)`, which adds its arguments to an argparse parser,
and `jalankan(command, **options)`, which does it: writes to the command's stdout, raises CommandError for the user.
"""
