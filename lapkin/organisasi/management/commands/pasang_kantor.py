"""Makes the first office of a new installation, and the account of the person who manages it."""

import os
import sys

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError

from lapkin.jejak.ditolak import Ditolak
from lapkin.organisasi.actions import pasang_kantor
from lapkin.organisasi.forms import IsianPemasangan
from lapkin.organisasi.queries import belum_dipasang
from lapkin.perintah import Perintah

LANJUTAN = """
Langkah berikutnya:
  1. Jalankan bin/dev, buka alamat yang dicetaknya, dan masuk sebagai {pengguna}.
  2. Di menu Organisasi: tambahkan unit kerja, jabatan, pegawai, lalu tugaskan pegawai pada jabatannya.
  3. Muat SOP instansi, misalnya: bin/lapkin muat_sop sop/dp3a-kalbar-lkjip.toml --instansi {kode}
  4. Di menu SOP: pasangkan peran dalam SOP itu dengan jabatan atau tim.
"""


class Command(Perintah):
    help = (
        "Memasang instansi pertama beserta akun pengelolanya. Yang tidak diberikan sebagai argumen ditanyakan. "
        "Kata sandi dibuatkan dan dicetak satu kali, kecuali diberikan lewat LAPKIN_SANDI_PENGELOLA atau masukan."
    )

    def add_arguments(self, parser):
        for nama, isi in IsianPemasangan().fields.items():
            parser.add_argument(f"--{nama.replace('_', '-')}", dest=nama, help=_keterangan(isi))
        parser.add_argument(
            "--sandi-dari-masukan", action="store_true", help="baca kata sandi dari satu baris stdin"
        )
        parser.add_argument(
            "--tambah", action="store_true", help="tambah satu instansi lagi yang berdiri sendiri"
        )

    def handle(self, *args, sandi_dari_masukan, tambah, **options):
        call_command("migrate", verbosity=0)
        if not (tambah or belum_dipasang()):
            raise CommandError(
                "Lapkin sudah dipasang di sini. Instansi di bawah sebuah pemda ditambahkan dari menu Organisasi; "
                "untuk instansi lain yang berdiri sendiri, ulangi dengan --tambah."
            )
        sandi = _sandi(sandi_dari_masukan)
        isian = self._isian(options, tanyai=sys.stdin.isatty() and not sandi_dari_masukan)
        try:
            orang, dibuat = pasang_kantor(sandi=sandi, tambah=tambah, **isian)
        except Ditolak as ditolak:
            raise CommandError(str(ditolak)) from ditolak
        self._laporkan(orang, dibuat)

    def _isian(self, options, tanyai):
        kosong = IsianPemasangan()
        data = {nama: _jawaban(nama, isi, options[nama], tanyai) for nama, isi in kosong.fields.items()}
        form = IsianPemasangan(data)
        if not form.is_valid():
            raise CommandError("\n".join(_daftar_galat(form)))
        return form.cleaned_data

    def _laporkan(self, orang, dibuat):
        self.stdout.write(f"\n{orang.instansi} terpasang; pengelolanya: {orang.username}")
        if dibuat:
            self.stdout.write(
                f"Kata sandi (dicetak satu kali ini saja, diganti saat pertama masuk): {dibuat}"
            )
        self.stdout.write(LANJUTAN.format(pengguna=orang.username, kode=orang.instansi.kode).rstrip())


def _jawaban(nama, isi, argumen, tanyai):
    """What stands for one field: the argument, else the answer to a question, else what is usual."""
    if argumen is not None:
        return argumen
    return _tanya(isi) if tanyai else _bawaan(isi)


def _tanya(isi):
    """Ask until the answer is one the field takes; Enter takes what is usual."""
    bawaan = _bawaan(isi)
    while True:
        jawab = input(f"{_keterangan(isi)}{f' [{bawaan}]' if bawaan else ''}: ").strip() or bawaan
        try:
            isi.clean(jawab)
        except ValidationError as galat:
            print(" ".join(galat.messages), file=sys.stderr)
        else:
            return jawab


def _bawaan(isi) -> str:
    return str(isi.initial or "")


def _keterangan(isi) -> str:
    """The field in one line: its name, what it takes, and its choices."""
    pilihan = ""
    if isinstance(isi, forms.ChoiceField):
        pilihan = ", ".join(f"{nilai} = {kata}" for nilai, kata in isi.choices if nilai)
    tambahan = " ".join(filter(None, [isi.help_text, pilihan]))
    return f"{isi.label} ({tambahan})" if tambahan else isi.label


def _daftar_galat(form):
    """Each error in one line, with the argument that mends it."""
    for nama, daftar in form.errors.items():
        argumen = "" if nama == "__all__" else f"--{nama.replace('_', '-')}: "
        yield from (f"{argumen}{galat}" for galat in daftar)


def _sandi(dari_masukan) -> str:
    """The password given by the installer, judged as any other; empty where one is to be made."""
    sandi = (
        sys.stdin.readline().rstrip("\n") if dari_masukan else os.environ.get("LAPKIN_SANDI_PENGELOLA", "")
    )
    if dari_masukan and not sandi:
        raise CommandError("Kata sandi pada masukan kosong.")
    if sandi:
        try:
            validate_password(sandi)
        except ValidationError as galat:
            raise CommandError("Kata sandi belum memadai. " + " ".join(galat.messages)) from galat
    return sandi
