"""What allauth may do here: sign in and out, change the own password; nobody signs up by himself."""

from allauth.account.adapter import DefaultAccountAdapter


class AdapterAkun(DefaultAccountAdapter):
    def is_open_for_signup(self, request):
        return False
