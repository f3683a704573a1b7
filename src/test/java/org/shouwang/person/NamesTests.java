package org.shouwang.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamesTests {

    @Test
    void shortensToTheSurname() {
        assertThat(Names.shorten("李小明")).isEqualTo("李某某");
        assertThat(Names.shorten("李明")).isEqualTo("李某");
        assertThat(Names.shorten("欧阳小明")).isEqualTo("欧阳某某");
        assertThat(Names.shorten("欧阳")).isEqualTo("欧某");
        assertThat(Names.shorten("阿依古丽·买买提")).isEqualTo("阿某某");
        assertThat(Names.shorten("𠮷田一")).isEqualTo("𠮷某某");
        assertThat(Names.shorten(" ")).isEqualTo("某");
    }

    @Test
    void writesOneNameOneWay() {
        assertThat(Names.clean(" 张　小 禾 ")).isEqualTo("张小禾");
        assertThat(Names.clean("阿依古丽•买买提")).isEqualTo(Names.clean("阿依古丽・买买提"));
        assertThat(Names.clean("John   Smith")).isEqualTo("John Smith");
    }

    @Test
    void takesNamesApartByCharacterRareOnesIncluded() {
        assertThat(Names.parts("张小禾")).containsExactly("张小禾", "小禾", "禾");
        assertThat(Names.parts("王𬭎")).containsExactly("王𬭎", "𬭎");
        assertThat(Names.parts("小小")).containsExactly("小小", "小");
        assertThat(Names.parts("J Lo")).containsExactly("j lo", "lo", "o");
    }
}
