package dev.winnow.replay.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IndicatorGuideTest {
    private static final Path GUIDE = Path.of("..", "docs", "guide", "indicators.md");

    @Test
    void committed_guide_is_what_the_registry_says() throws IOException {
        if (Boolean.getBoolean("winnow.update")) {
            Files.createDirectories(GUIDE.getParent());
            Files.writeString(GUIDE, IndicatorGuide.markdown());
        }
        assertThat(Files.readString(GUIDE))
                .as("docs/guide/indicators.md; write it anew with -Dwinnow.update=true")
                .isEqualTo(IndicatorGuide.markdown());
    }

    @Test
    void every_indicator_has_an_entry_with_nothing_left_blank() {
        String guide = IndicatorGuide.markdown();
        for (Indicator indicator : Indicators.all()) {
            assertThat(guide).contains("### `" + indicator.signature() + "`\n");
            assertThat(indicator.formula()).isNotBlank();
            assertThat(indicator.firstDefined()).isNotBlank();
            assertThat(indicator.source()).isNotBlank();
            assertThat(indicator.summary()).endsWith(".");
        }
    }
}
