"""One settings file; what differs between places comes from the environment (see doc/operasi.md)."""

import os
import secrets
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

AKAR = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("LAPKIN_DATA") or AKAR / "data").resolve()


def env_bool(nama, bawaan=False):
    return os.environ.get(nama, str(bawaan)).strip().lower() in {"1", "ya", "true", "on"}


def rahasia():
    """The secret key: from the environment (or a file it names); a private one is made only for local data."""
    if berkas := os.environ.get("LAPKIN_RAHASIA_FILE"):
        return Path(berkas).read_text().strip()
    if nilai := os.environ.get("LAPKIN_RAHASIA"):
        return nilai
    if not LOKAL:
        raise ImproperlyConfigured("LAPKIN_RAHASIA wajib diisi bila LAPKIN_LOKAL=tidak.")
    tempat = DATA / "rahasia"
    if not tempat.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        with open(os.open(tempat, os.O_WRONLY | os.O_CREAT, 0o600), "w") as f:
            f.write(secrets.token_urlsafe(48))
    return tempat.read_text().strip()


# "Local" is the embedded default: one office, one laptop, plain http on this machine only.
LOKAL = env_bool("LAPKIN_LOKAL", True)
DEBUG = env_bool("LAPKIN_DEBUG")
SECRET_KEY = rahasia()
ALLOWED_HOSTS = os.environ.get("LAPKIN_HOST", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [asal for asal in os.environ.get("LAPKIN_ASAL", "").split(",") if asal]

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "lapkin.jejak",
    "lapkin.berkas",
    "lapkin.organisasi",
    "lapkin.arsip",
    "lapkin.alur",
    "lapkin.kinerja",
    "lapkin.naskah",
    "lapkin.laporan",
    "lapkin.langkah",
    "lapkin.pengingat",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "lapkin.middleware.alamat_wajar",
    "lapkin.middleware.milik_pribadi",
    "lapkin.middleware.nomor_permintaan",
    "lapkin.middleware.sandi_sendiri_dahulu",
    "lapkin.middleware.ditolak_jadi_halaman",
    "lapkin.middleware.baca_saja_dalam_get",
]

ROOT_URLCONF = "lapkin.urls"
WSGI_APPLICATION = "lapkin.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [AKAR / "lapkin" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "lapkin.jinja.environment",
            "context_processors": ["lapkin.context_processors.kerangka"],
        },
    },
    {
        # allauth and the admin site stay on Django's own engine.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [AKAR / "lapkin" / "templates_django"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "lapkin.context_processors.pemasangan",
            ],
        },
    },
]

BASISDATA = os.environ.get("LAPKIN_BASISDATA") or f"sqlite:///{DATA / 'lapkin.sqlite3'}"
DATABASES = {"default": dj_database_url.parse(BASISDATA, conn_max_age=60, conn_health_checks=True)}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # IMMEDIATE: a writer waits for the lock at its start instead of failing in its middle.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 5,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "organisasi.Pegawai"
AUTHENTICATION_BACKENDS = ["lapkin.organisasi.backends.NipAtauNamaPengguna"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "beranda"
ACCOUNT_ADAPTER = "lapkin.organisasi.adapters.AdapterAkun"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_PREVENT_ENUMERATION = True
# The rate limits count per address; behind the one proxy that is the last it names, never what a visitor sends.
ALLAUTH_TRUSTED_PROXY_COUNT = 0 if LOKAL else 1

# The rate limits of the login count in this cache; several processes must share it.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": DATA / "singgahan",
    }
}
# Messages in a cookie: showing one is then no write in a GET.
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

LANGUAGE_CODE = "id"
TIME_ZONE = "Asia/Jakarta"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/statis/"
STATIC_ROOT = DATA / "statis"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
STATICFILES_DIRS = [AKAR / "lapkin" / "static"]
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = DATA / "berkas"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedStaticFilesStorage"},
}

# The largest file a person may send, in bytes.
BATAS_UNGGAH = int(os.environ.get("LAPKIN_BATAS_UNGGAH_MB", "20")) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = BATAS_UNGGAH
# One sheet of figures sends five fields an indicator when JavaScript is off.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
FILE_UPLOAD_PERMISSIONS = 0o640

# How people reach this installation: links in mails and calendars begin with it.
ALAMAT = os.environ.get("LAPKIN_ALAMAT", "http://localhost:8000").rstrip("/")

# Without a mail server mails are printed; the outbox page shows them in either case.
EMAIL_HOST = os.environ.get("LAPKIN_SUREL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
SUREL_TLS = os.environ.get("LAPKIN_SUREL_TLS", "starttls").strip().lower()
if SUREL_TLS not in {"starttls", "ssl", "tidak"}:
    raise ImproperlyConfigured("LAPKIN_SUREL_TLS harus starttls, ssl, atau tidak.")
EMAIL_USE_TLS, EMAIL_USE_SSL = SUREL_TLS == "starttls", SUREL_TLS == "ssl"
EMAIL_PORT = int(os.environ.get("LAPKIN_SUREL_PORT", "465" if EMAIL_USE_SSL else "587"))
EMAIL_HOST_USER = os.environ.get("LAPKIN_SUREL_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("LAPKIN_SUREL_PASSWORD", "")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("LAPKIN_SUREL_PENGIRIM", "Lapkin <lapkin@localhost>")

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not LOKAL
SECURE_SSL_REDIRECT = not LOKAL
SECURE_HSTS_SECONDS = 0 if LOKAL else 31536000
SECURE_PROXY_SSL_HEADER = None if LOKAL else ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "style-src": [SELF],
        "script-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "frame-ancestors": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"konsol": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["konsol"], "level": os.environ.get("LAPKIN_LOG", "WARNING")},
}
