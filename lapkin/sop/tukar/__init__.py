"""How an SOP leaves and enters in other people's shapes; the doors stand beside this folder (keputusan 0012)."""
