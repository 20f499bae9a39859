"""Check the hash chain of every instansi's history, and the SOPs in force against what the chain says of them."""

from django.core.management.base import CommandError

from lapkin.alur.models import Sop
from lapkin.alur.queries import kerusakan_sop
from lapkin.jejak.models import KepalaRantai
from lapkin.jejak.queries import daftar_rantai, periksa_rantai
from lapkin.perintah import Perintah


class Command(Perintah):
    help = "Memeriksa rantai peristiwa dan SOP yang berlaku; berakhir dengan kode 1 bila ada yang rusak."

    def handle(self, *args, **pilihan):
        rusak = [rantai for rantai in daftar_rantai() if not self._utuh(rantai)]
        sop_rusak = [sop for sop in Sop.objects.order_by("pk") if not self._sop_utuh(sop)]
        if rusak or sop_rusak:
            raise CommandError(" ".join(_simpulan(rusak, sop_rusak)))
        self.stdout.write("Semua rantai utuh.")

    def _utuh(self, rantai: str) -> bool:
        daftar = periksa_rantai(rantai)
        for kerusakan in daftar:
            self.stdout.write(f"RUSAK  {rantai}  peristiwa {kerusakan.urut}: {kerusakan.kalimat}")
        if not daftar:
            kepala = KepalaRantai.objects.get(rantai=rantai)
            self.stdout.write(f"utuh   {rantai}  {kepala.urut} peristiwa  kepala {kepala.sidik}")
        return not daftar

    def _sop_utuh(self, sop) -> bool:
        daftar = kerusakan_sop(sop)
        for kalimat in daftar:
            self.stdout.write(f"RUSAK  {sop.instansi.kunci}  SOP “{sop}” {kalimat}")
        return not daftar


def _simpulan(rusak, sop_rusak):
    if rusak:
        yield f"{len(rusak)} rantai rusak: {', '.join(rusak)}."
    if sop_rusak:
        yield f"{len(sop_rusak)} SOP tidak sama dengan jejaknya: {', '.join(map(str, sop_rusak))}."
