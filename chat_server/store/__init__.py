"""SQLAlchemy behind the ports: one code for SQLite and PostgreSQL; rows never leave."""
