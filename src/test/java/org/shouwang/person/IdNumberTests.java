package org.shouwang.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class IdNumberTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String GOOD = "11010519491231002X";

    @Test
    void readsBirthDateAndSexFromTheNumber() {
        IdNumber number = new IdNumber(GOOD);
        assertThat(number.birthDate()).isEqualTo(LocalDate.of(1949, 12, 31));
        assertThat(number.sex()).isEqualTo("2");
        assertThat(new IdNumber("450223201608209911").sex()).isEqualTo("1");
    }

    @Test
    void takesTheNumberAsPeopleWriteIt() {
        assertThat(new IdNumber(" 110105 19491231 002x ").value()).isEqualTo(GOOD);
        assertThat(new IdNumber("１１０１０５１９４９１２３１００２Ｘ").value()).isEqualTo(GOOD);
    }

    @Test
    void refusesEveryOtherCheckCharacter() {
        for (char check : "0123456789".toCharArray()) {
            assertThat(IdNumber.fault(GOOD.substring(0, 17) + check, TODAY)).contains("id-number-check-digit");
        }
    }

    @Test
    void noticesEverySingleDigitMistyped() {
        for (int at = 0; at < 17; at++) {
            char wrong = GOOD.charAt(at) == '9' ? '8' : (char) (GOOD.charAt(at) + 1);
            String mistyped = GOOD.substring(0, at) + wrong + GOOD.substring(at + 1);
            assertThat(IdNumber.fault(mistyped, TODAY)).as("position %d", at).isPresent();
        }
    }

    @Test
    void refusesADayThatDoesNotExist() {
        assertThat(IdNumber.fault("110105194902300020", TODAY)).contains("id-number-birth-date");
    }

    @Test
    void refusesSomebodyNotBornYet() {
        String unborn = "450223203001019918";
        assertThat(IdNumber.fault(unborn, TODAY)).contains("id-number-future");
        assertThat(IdNumber.fault(unborn, LocalDate.of(2030, 1, 1))).isEmpty();
    }

    @Test
    void refusesOtherShapes() {
        for (String text : new String[] {"", "X", "110105491231002", "X1010519491231002X", "1.10105E+17", GOOD + "1"}) {
            assertThat(IdNumber.fault(text, TODAY)).as(text).contains("id-number-shape");
        }
    }

    @Test
    void keepsDivisionsThatWereAbolished() {
        assertThat(IdNumber.fault("510202196005059919", TODAY)).isEmpty();
    }

    @Test
    void neverPrintsItself() {
        assertThat(new IdNumber(GOOD)).hasToString("1101************2X");
        assertThatThrownBy(() -> new IdNumber("110105194912310021")).hasMessage("id-number-check-digit");
    }
}
