"""bin/lapkin without a command: what there is to type."""

from django.core.management import get_commands, load_command_class

from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Menyebut semua perintah."

    def handle(self, *args, **options):
        self.stdout.write("Pemakaian: bin/lapkin PERINTAH ...\n\nPerintah:")
        for nama, kegunaan in sorted({**_perintah_kita(), "migrate": "Menyiapkan basis data."}.items()):
            self.stdout.write(f"  {nama:<18}{kegunaan}")
        self.stdout.write("\nKeterangan satu perintah: bin/lapkin PERINTAH --help")


def _perintah_kita() -> dict[str, str]:
    """Each of our commands with the first sentence of its help; those of bin/demo have a door of their own."""
    return {
        nama: load_command_class(aplikasi, nama).help.split(". ")[0].rstrip(".") + "."
        for nama, aplikasi in get_commands().items()
        if str(aplikasi).startswith("lapkin.") and not nama.startswith("demo")
    }
