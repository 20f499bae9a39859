"""What allauth may do here: sign in and out, change the own password; nobody signs up by himself."""

from allauth.account.adapter import DefaultAccountAdapter
from django.core.exceptions import ValidationError
from django.urls import reverse

from .actions import ganti_sandi


class AdapterAkun(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False

    def clean_password(self, password, user=None):
        """A new password is another one: a temporary password can't be kept by typing it again."""
        if user is not None and user.check_password(password):
            raise ValidationError("Kata sandi baru harus berbeda dari kata sandi sekarang.")
        return super().clean_password(password, user=user)

    def set_password(self, user, password):
        """Where allauth stores an own password: an act of ours, with its event."""
        ganti_sandi(pegawai=user, sandi=password)

    def get_password_change_redirect_url(self, request):
        return reverse("beranda")
