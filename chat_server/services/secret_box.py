"""Secrets at rest: readable only with the installation's `SECRET_KEY`."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken

from chat_server.domain.errors import Unavailable


class SecretBox:
    """Fernet (AES-128-CBC with HMAC-SHA256) under a key derived from `secret_key`."""

    def __init__(self, secret_key: str) -> None:
        digest = hashlib.sha256(b"samtal secrets\0" + secret_key.encode()).digest()
        self._fernet = Fernet(base64.urlsafe_b64encode(digest))

    def close(self, secret: str) -> str:
        """As it is stored."""
        return self._fernet.encrypt(secret.encode()).decode()

    def open(self, stored: str) -> str:
        """Raises Unavailable when it was stored under another `SECRET_KEY`."""
        try:
            return self._fernet.decrypt(stored.encode()).decode()
        except InvalidToken as error:
            raise Unavailable("This secret was stored under another SECRET_KEY.") from error
