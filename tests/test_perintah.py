"""The commands: named as they are typed, and speaking Indonesian to whoever types them wrongly."""

import pytest
from django.core.management import CommandError, call_command, get_commands, load_command_class

from lapkin.perintah import Perintah, kalimat_keluhan

MILIK_KITA = sorted((nama, app) for nama, app in get_commands().items() if app.startswith("lapkin."))


def dari_baris_perintah(nama, app, *argumen):
    load_command_class(app, nama).run_from_argv(["__main__.py", nama, *argumen])


@pytest.mark.parametrize(("nama", "app"), MILIK_KITA)
def test_every_command_of_ours_is_named_by_its_door_and_explains_itself(nama, app, capsys):
    with pytest.raises(SystemExit) as keluar:
        dari_baris_perintah(nama, app, "--help")

    teks = capsys.readouterr().out
    assert keluar.value.code == 0
    assert teks.startswith("Pemakaian: bin/demo " if nama == "demo" else f"Pemakaian: bin/lapkin {nama} ")
    assert not {"usage", "options:", "positional", "show this"} & set(teks.split())
    assert issubclass(type(load_command_class(app, nama)), Perintah)


def test_a_missing_argument_is_named_with_the_usage_and_exit_code_2(capsys):
    with pytest.raises(SystemExit) as keluar:
        dari_baris_perintah("sop", "lapkin.alur", "cetak")

    galat = capsys.readouterr().err
    assert keluar.value.code == 2
    assert galat.startswith("Pemakaian: bin/lapkin sop cetak ")
    assert galat.endswith("bin/lapkin sop cetak: masih kurang: SOP.toml, -o/--keluaran.\n")


def test_a_refusal_is_its_sentence_alone(capsys):
    with pytest.raises(SystemExit) as keluar:
        dari_baris_perintah("sop", "lapkin.alur", "bpmn", "/tidak/ada.toml")

    galat = capsys.readouterr().err
    assert keluar.value.code == 1
    assert galat == "Berkas /tidak/ada.toml tidak dapat dibuka; periksa letak dan namanya.\n"


def test_a_program_that_calls_a_command_wrongly_gets_an_exception():
    with pytest.raises(CommandError, match="masih kurang: SOP.toml"):
        call_command("sop", "bpmn")


@pytest.mark.parametrize(
    ("pesan", "kalimat"),
    [
        ("unrecognized arguments: --foo", "tidak dikenal: --foo."),
        ("argument --port: invalid int value: 'x'", "--port: 'x' bukan bilangan bulat."),
        ("argument --port: expected one argument", "--port memerlukan nilai."),
        (
            "argument PERINTAH: invalid choice: 'x' (choose from 'cetak', 'bpmn')",
            "PERINTAH: 'x' tidak ada; pilihannya 'cetak', 'bpmn'.",
        ),
        ("something that argparse says one day", "something that argparse says one day"),
    ],
)
def test_what_argparse_complains_of_is_said_in_indonesian(pesan, kalimat):
    assert kalimat_keluhan(pesan) == kalimat


def test_without_a_command_every_one_is_named_with_what_it_is_for(capsys):
    call_command("bantuan")
    teks = capsys.readouterr().out
    assert all(f"  {nama} " in teks for nama, _ in MILIK_KITA if not nama.startswith("demo"))
    assert "changepassword" not in teks
