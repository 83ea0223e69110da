"""What the yearly reports ask beside the balance."""
