
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import lapkin.organisasi.models
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('berkas', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Instansi',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kode', models.SlugField(unique=True)),
                ('nama', models.CharField(max_length=200)),
                ('jenis', models.CharField(choices=[('pemda', 'Pemerintah daerah'), ('pd', 'Perangkat daerah'), ('biro', 'Biro/Bagian Sekretariat Daerah')], default='pd', max_length=8)),
                ('kop', models.JSONField(blank=True, default=list, help_text='Baris-baris kop surat, dari atas ke bawah.')),
                ('alamat', models.TextField(blank=True)),
                ('tempat', models.CharField(blank=True, help_text='Kota pada tempat dan tanggal surat.', max_length=80)),
                ('warna', models.CharField(default='#1d5c8f', max_length=7, validators=[django.core.validators.RegexValidator('^#[0-9a-f]{6}$', 'Warna seperti #1d5c8f.')])),
                ('zona_waktu', models.CharField(default='Asia/Jakarta', max_length=40)),
                ('jam_kerja', models.JSONField(default=lapkin.organisasi.models.jam_kerja_bawaan)),
                ('menit_sehari', models.PositiveSmallIntegerField(default=450)),
                ('hari_seminggu', models.PositiveSmallIntegerField(default=5)),
                ('hari_sebulan', models.PositiveSmallIntegerField(default=22)),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bawahan', to='organisasi.instansi')),
                ('lambang', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='berkas.berkas')),
            ],
            options={
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='HariLibur',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('tanggal', models.DateField()),
                ('nama', models.CharField(max_length=200)),
                ('instansi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_libur', to='organisasi.instansi')),
            ],
            options={
                'ordering': ['tanggal'],
            },
        ),
        migrations.CreateModel(
            name='Pegawai',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('is_superuser', models.BooleanField(default=False, help_text='Designates that this user has all permissions without explicitly assigning them.', verbose_name='superuser status')),
                ('username', models.CharField(max_length=60, unique=True, verbose_name='nama pengguna')),
                ('nip', models.CharField(blank=True, max_length=18, null=True, unique=True, validators=[django.core.validators.RegexValidator('^\\d{18}$', 'NIP terdiri dari 18 angka, tanpa spasi.')], verbose_name='NIP')),
                ('nama', models.CharField(max_length=200)),
                ('gelar_depan', models.CharField(blank=True, max_length=60)),
                ('gelar_belakang', models.CharField(blank=True, max_length=60)),
                ('pangkat', models.CharField(blank=True, max_length=80)),
                ('golongan', models.CharField(blank=True, max_length=10)),
                ('surel', models.EmailField(blank=True, max_length=254)),
                ('pengelola', models.BooleanField(default=False, help_text='Boleh mengelola organisasi, SOP, dan pekerjaan instansinya.')),
                ('sandi_sementara', models.BooleanField(default=False, help_text='Kata sandinya dibuat orang lain dan harus diganti saat masuk.')),
                ('is_active', models.BooleanField(default=True, verbose_name='aktif')),
                ('is_staff', models.BooleanField(default=False, verbose_name='boleh melihat situs admin')),
                ('groups', models.ManyToManyField(blank=True, help_text='The groups this user belongs to. A user will get all permissions granted to each of their groups.', related_name='user_set', related_query_name='user', to='auth.group', verbose_name='groups')),
                ('user_permissions', models.ManyToManyField(blank=True, help_text='Specific permissions for this user.', related_name='user_set', related_query_name='user', to='auth.permission', verbose_name='user permissions')),
                ('instansi', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_pegawai', to='organisasi.instansi')),
            ],
            options={
                'ordering': ['nama'],
            },
        ),
        migrations.CreateModel(
            name='Jabatan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=200)),
                ('jenis', models.CharField(choices=[('struktural', 'Struktural'), ('fungsional', 'Fungsional'), ('pelaksana', 'Pelaksana')], default='struktural', max_length=12)),
                ('urutan', models.PositiveSmallIntegerField(default=0)),
                ('atasan', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bawahan', to='organisasi.jabatan')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_jabatan', to='organisasi.instansi')),
            ],
            options={
                'ordering': ['urutan', 'nama'],
            },
        ),
        migrations.CreateModel(
            name='Penugasan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('jenis', models.CharField(choices=[('definitif', 'Definitif'), ('plt', 'Plt.'), ('plh', 'Plh.'), ('pj', 'Pj.')], default='definitif', max_length=10)),
                ('dari', models.DateField()),
                ('sampai', models.DateField(blank=True, null=True)),
                ('nomor_sk', models.CharField(blank=True, max_length=100, verbose_name='nomor SK')),
                ('tunggal', models.BooleanField(editable=False)),
                ('jabatan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penugasan', to='organisasi.jabatan')),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_penugasan', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['jabatan', '-dari'],
            },
        ),
        migrations.CreateModel(
            name='Tim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=200)),
                ('tahun', models.PositiveSmallIntegerField()),
                ('nomor_sk', models.CharField(blank=True, max_length=100, verbose_name='nomor SK')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_tim', to='organisasi.instansi')),
            ],
            options={
                'ordering': ['-tahun', 'nama'],
            },
        ),
        migrations.CreateModel(
            name='AnggotaTim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kedudukan', models.CharField(choices=[('penanggung-jawab', 'Penanggung jawab'), ('ketua', 'Ketua'), ('sekretaris', 'Sekretaris'), ('anggota', 'Anggota')], default='anggota', max_length=20)),
                ('dari', models.DateField(default=django.utils.timezone.localdate)),
                ('sampai', models.DateField(blank=True, null=True)),
                ('pegawai', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_keanggotaan', to=settings.AUTH_USER_MODEL)),
                ('tim', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_anggota', to='organisasi.tim')),
            ],
        ),
        migrations.CreateModel(
            name='UnitKerja',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nama', models.CharField(max_length=200)),
                ('jenis', models.CharField(choices=[('sekretariat', 'Sekretariat'), ('bidang', 'Bidang'), ('bagian', 'Bagian'), ('subbagian', 'Subbagian'), ('irban', 'Inspektur Pembantu')], max_length=12)),
                ('urutan', models.PositiveSmallIntegerField(default=0)),
                ('induk', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_bawahan', to='organisasi.unitkerja')),
                ('instansi', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='daftar_unit', to='organisasi.instansi')),
            ],
            options={
                'ordering': ['urutan', 'nama'],
            },
        ),
        migrations.AddField(
            model_name='jabatan',
            name='unit',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='daftar_jabatan', to='organisasi.unitkerja'),
        ),
        migrations.AddConstraint(
            model_name='instansi',
            constraint=models.CheckConstraint(condition=models.Q(('induk', models.F('id')), _negated=True), name='instansi_bukan_induk_sendiri', violation_error_message='Instansi tidak dapat menjadi induk dirinya sendiri.'),
        ),
        migrations.AddConstraint(
            model_name='harilibur',
            constraint=models.UniqueConstraint(fields=('instansi', 'tanggal'), name='libur_sekali', violation_error_message='Tanggal ini sudah tercatat sebagai hari libur.'),
        ),
        migrations.AddConstraint(
            model_name='penugasan',
            constraint=models.CheckConstraint(condition=models.Q(('sampai', None), ('sampai__gte', models.F('dari')), _connector='OR'), name='penugasan_tanggal_urut', violation_error_message='Tanggal akhir penugasan tidak boleh sebelum tanggal mulai.'),
        ),
        migrations.AddConstraint(
            model_name='penugasan',
            constraint=models.UniqueConstraint(fields=('pegawai', 'jabatan', 'jenis', 'dari'), name='penugasan_sekali', violation_error_message='Penugasan ini sudah tercatat.'),
        ),
        migrations.AddConstraint(
            model_name='tim',
            constraint=models.UniqueConstraint(fields=('instansi', 'nama', 'tahun'), name='tim_satu_nama', violation_error_message='Tim dengan nama dan tahun ini sudah ada.'),
        ),
        migrations.AddConstraint(
            model_name='anggotatim',
            constraint=models.UniqueConstraint(condition=models.Q(('sampai', None)), fields=('tim', 'pegawai'), name='anggota_tim_sekali', violation_error_message='Pegawai ini sudah menjadi anggota tim.'),
        ),
        migrations.AddConstraint(
            model_name='unitkerja',
            constraint=models.UniqueConstraint(fields=('instansi', 'nama'), name='unit_satu_nama', violation_error_message='Unit kerja dengan nama ini sudah ada di instansi ini.'),
        ),
        migrations.AddConstraint(
            model_name='jabatan',
            constraint=models.UniqueConstraint(fields=('instansi', 'nama'), name='jabatan_satu_nama', violation_error_message='Jabatan dengan nama ini sudah ada di instansi ini.'),
        ),
    ]
