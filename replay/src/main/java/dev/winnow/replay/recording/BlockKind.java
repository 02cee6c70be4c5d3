package dev.winnow.replay.recording;

/** What a block holds. The numbers stand in every recording: never change or reuse one. */
enum BlockKind {
    /** A signal of planes. */
    PLANES(1),
    /** A score. */
    SCORE(2),
    /** Why a setting has no signal, as UTF-8 text. */
    FAILED(3),
    /** Times of a symbol's bars. */
    TIME(4);

    private final int id;

    BlockKind(int id) {
        this.id = id;
    }

    int id() {
        return id;
    }

    /** @throws DamagedSignalException when there is none */
    static BlockKind of(int id) {
        for (BlockKind kind : values()) {
            if (kind.id == id) {
                return kind;
            }
        }
        throw new DamagedSignalException("a block of unknown kind " + id);
    }
}
