"""The base of our commands: usage, help and complaints in the language of whoever types them."""

import argparse
import re
import sys

from django.core.management.base import (
    BaseCommand,
    CommandError,
    CommandParser,
    DjangoHelpFormatter,
    SystemCheckError,
)

# What argparse says of wrong arguments, and how we say it; what stands in brackets is taken over as it is.
_KELUHAN = (
    (r"the following arguments are required: (.+)", "masih kurang: {}."),
    (r"one of the arguments (.+) is required", "pilih salah satu dari {}."),
    (r"unrecognized arguments: (.+)", "tidak dikenal: {}."),
    (r"ambiguous option: (\S+) could match (.+)", "{} belum jelas; mungkin {}."),
    (r"argument (.+?): not allowed with argument (.+)", "{} tidak dapat dipakai bersama {}."),
    (r"argument (.+?): expected (?:one|at least one) argument", "{} memerlukan nilai."),
    (r"argument (.+?): ignored explicit argument (.+)", "{} tidak menerima nilai, yaitu {}."),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", "{}: {} tidak ada; pilihannya {}."),
    (r"argument (.+?): invalid int value: (.+)", "{}: {} bukan bilangan bulat."),
    (r"argument (.+?): (.+)", "{}: {}"),
)
# Arguments that Django gives every command: taken, but not shown.
_UMUM = (
    (("--version",), {"action": "version"}),
    (("-v", "--verbosity"), {"default": 1, "type": int, "choices": [0, 1, 2, 3]}),
    (("--settings",), {}),
    (("--pythonpath",), {}),
    (("--traceback",), {"action": "store_true"}),
    (("--no-color",), {"action": "store_true"}),
    (("--force-color",), {"action": "store_true"}),
)


class Perintah(BaseCommand):
    """One command. `pintu`: what is typed before its name; `bernama` False: the door is the command, as in bin/demo."""

    pintu = "bin/lapkin"
    bernama = True

    def create_parser(self, prog_name, subcommand, **kwargs):
        pengurai = Pengurai(
            prog=f"{self.pintu} {subcommand}" if self.bernama else self.pintu,
            description=self.help or None,
            called_from_command_line=getattr(self, "_called_from_command_line", None),
            **kwargs,
        )
        for nama, pilihan in _UMUM:
            versi = {"version": self.get_version()} if nama == ("--version",) else {}
            pengurai.add_argument(*nama, help=argparse.SUPPRESS, **pilihan, **versi)
        if self.requires_system_checks:
            pengurai.add_argument("--skip-checks", action="store_true", help=argparse.SUPPRESS)
        self.add_arguments(pengurai)
        return pengurai

    def execute(self, *args, **options):
        """A refusal typed at a command line is its sentence alone, without the name of an exception."""
        try:
            return super().execute(*args, **options)
        except SystemCheckError:
            raise
        except CommandError as salah:
            if options.get("traceback") or not getattr(self, "_called_from_command_line", False):
                raise
            self.stderr.write(str(salah))
            sys.exit(salah.returncode)


class Pengurai(CommandParser):
    """Reads the arguments of a command, or of one of its sub-commands."""

    def __init__(self, **kwargs):
        super().__init__(**{"formatter_class": _Bantuan, "add_help": False, **kwargs})
        self._positionals.title, self._optionals.title = "Yang ditulis", "Pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan keterangan ini")

    def error(self, message):
        """Exit with 2 and the usage at a command line; raise CommandError where a program called."""
        keluhan = kalimat_keluhan(message)
        if not self.called_from_command_line:
            raise CommandError(keluhan)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {keluhan}\n")


class _Bantuan(DjangoHelpFormatter):
    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)


def kalimat_keluhan(pesan: str) -> str:
    """A complaint of argparse in Indonesian; one that we don't know stays as it is."""
    for pola, kalimat in _KELUHAN:
        if cocok := re.fullmatch(pola, pesan, re.DOTALL):
            return kalimat.format(*cocok.groups())
    return pesan
