package dev.winnow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadTest {
    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void start() throws IOException {
        repository = Files.createDirectory(folder.resolve("repository"));
        git("init", "-q", "-b", "main");
        commit("first");
    }

    private String git(String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(repository.toFile())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException missing) {
            return abort("needs git: " + missing.getMessage());
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private void commit(String file) throws IOException {
        Files.writeString(repository.resolve(file), file);
        git("add", file);
        git("commit", "-q", "-m", file);
    }

    private void isHead(Path checkout) throws IOException {
        String hash = git("-C", checkout.toString(), "rev-parse", "HEAD");
        assertThat(hash).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Head.of(checkout)).isEqualTo(hash.substring(0, 10));
    }

    @Test
    void it_is_the_last_commit_even_an_empty_one_or_a_merge() throws IOException {
        isHead(repository);
        git("commit", "-q", "--allow-empty", "-m", "empty");
        isHead(repository);
        git("checkout", "-q", "-b", "side", "HEAD~1");
        commit("second");
        git("merge", "-q", "--no-ff", "-m", "both", "main");
        isHead(repository);
    }

    @Test
    void a_worktree_has_its_own() throws IOException {
        Path worktree = folder.resolve("worktree");
        git("worktree", "add", "-q", "-b", "side", worktree.toString());
        commit("second");
        isHead(repository);
        isHead(worktree);
        assertThat(Head.of(worktree)).isNotEqualTo(Head.of(repository));
    }

    @Test
    void sources_without_a_repository_of_their_own_have_none() throws IOException {
        assertThat(Head.of(folder)).isEqualTo("unknown");
        assertThat(Head.of(Files.createDirectory(repository.resolve("unpacked"))))
                .isEqualTo("unknown");
        assertThat(Head.of(folder.resolve("nowhere"))).isEqualTo("unknown");
    }
}
