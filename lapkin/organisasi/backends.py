"""Sign in by NIP or by user name."""

from django.contrib.auth.backends import ModelBackend

from .models import Pegawai


class NipAtauNamaPengguna(ModelBackend):
    """Find the person by user name, or by NIP when 18 digits (spaces allowed) were typed."""

    def authenticate(self, request, username=None, password=None, **kwargs):
        if username is None or password is None:
            return None
        pegawai = self._cari(username.strip())
        if pegawai is None:
            # The same work as for a known name: the answer's time tells nothing.
            Pegawai().set_password(password)
            return None
        cocok = pegawai.check_password(password) and self.user_can_authenticate(pegawai)
        return pegawai if cocok else None

    def _cari(self, masukan):
        nip = masukan.replace(" ", "")
        syarat = {"nip": nip} if nip.isdigit() and len(nip) == 18 else {"username__iexact": masukan}
        return Pegawai.objects.filter(**syarat).first()

    def get_user(self, user_id):
        """The signed-in officer with the home office, which every page shows, in one query."""
        pegawai = Pegawai.objects.filter(pk=user_id).select_related("instansi").first()
        return pegawai if pegawai and self.user_can_authenticate(pegawai) else None
